import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { dayOfInstant, useCalendar } from '../../app/year/year.js';
import { api } from '../../api/client.js';
import type { Schemas } from '../../api/client.js';
import { AskReason } from '../../parts/ask/ask-reason.js';
import { useWords } from '../../words/words.js';
import { AGENCIES } from './agencies.words.js';
import { DueOn } from './due-on.js';

interface EndTieProps {
  readonly agency: string;
  readonly tie: Schemas['AgencyTie'];
  /** With whom, as the list says it. */
  readonly withWhom: string;
}

/** An affiliation or a contract ends on a day, with a reason; one that has ended is offered nothing. */
export const EndTie = ({ agency, tie, withWhom }: EndTieProps) => {
  const say = useWords(AGENCIES);
  const queries = useQueryClient();
  const { data: calendar } = useCalendar();
  const [untilOn, setUntilOn] = useState<string | null>(null);
  const { mutateAsync } = api.useMutation('patch', '/api/v1/agencies/{agency}/ties/{tie}');
  if (!calendar) return null;
  const today = dayOfInstant(calendar.now);
  if (tie.untilOn !== null && tie.untilOn <= today) return null;
  const what = `${say(tie.kind)} · ${withWhom}`;
  return (
    <>
      <Button
        size="small"
        aria-label={`${say('end')} ${what}`}
        onClick={() => {
          setUntilOn(today < tie.fromOn ? tie.fromOn : today);
        }}
      >
        {say('end')}
      </Button>
      {untilOn === null ? null : (
        <AskReason
          title={`${say('end')} · ${what}`}
          act={say('end')}
          consequences={say('endText')}
          ready={untilOn >= tie.fromOn}
          onClose={() => {
            setUntilOn(null);
          }}
          onAct={async (reason) => {
            await mutateAsync({ params: { path: { agency, tie: tie.id } }, body: { untilOn, reason } });
            await queries.invalidateQueries();
          }}
        >
          <DueOn label={say('endsOn')} value={untilOn} onChange={setUntilOn} />
        </AskReason>
      )}
    </>
  );
};
