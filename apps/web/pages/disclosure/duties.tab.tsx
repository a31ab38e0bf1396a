import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { api } from '../../api/client.js';
import type { Schemas } from '../../api/client.js';
import { given } from '../../api/given.js';
import { PAGES, listed } from '../../api/pages.js';
import { hasRole, useMe } from '../../app/session/session.js';
import { dayOfInstant, useCalendar } from '../../app/year/year.js';
import { BulkOutcome } from '../../parts/bulk-outcome.js';
import { Choose } from '../../parts/choose/choose.js';
import { ChoosePlace } from '../../parts/choose/choose-place.js';
import { useInAddress } from '../../parts/choose/use-in-address.js';
import { ListTable } from '../../parts/table/list-table.js';
import { useWords } from '../../words/words.js';
import { Ask } from '../documents/actions/ask.js';
import type { BulkAnswer } from '../documents/actions/transitions.js';
import type { StageTabProps } from '../stages/stage-tab.js';
import { DISCLOSURE } from './disclosure.words.js';
import { useDutyColumns } from './duty-columns.js';

type Duty = Schemas['DisclosureDuty'];

const Remind = ({ selected, onDone }: { readonly selected: readonly Duty[]; readonly onDone: (answer: BulkAnswer) => void }) => {
  const say = useWords(DISCLOSURE);
  const [isOpen, setOpen] = useState(false);
  const missing = selected.filter(({ publishedAt }) => publishedAt === null);
  return (
    <>
      <Button
        size="small"
        disabled={missing.length === 0}
        onClick={() => {
          setOpen(true);
        }}
      >
        {say('remind')} {missing.length}
      </Button>
      {isOpen ? (
        <Ask
          title={say('remindTitle')}
          documents={missing.map(({ document }) => ({ id: document }))}
          transition={{ name: 'remind' }}
          confirm={say('remind')}
          done={say('reminded')}
          onDone={onDone}
          onClose={() => {
            setOpen(false);
          }}
        >
          <p style={{ margin: 0 }}>{say('remindText', { count: missing.length })}</p>
        </Ask>
      ) : null}
    </>
  );
};

const Filters = ({ labels }: { readonly labels: ReadonlyMap<string, string> }) => {
  const say = useWords(DISCLOSURE);
  const { get, set } = useInAddress();
  return (
    <>
      {labels.size > 1 ? (
        <Choose
          name={say('duty')}
          value={get('duty')}
          onChoose={(it) => {
            set({ duty: it });
          }}
          options={[...labels].map(([value, label]) => ({ value, label }))}
        />
      ) : null}
      <ChoosePlace get={get} set={set} />
      <Checkbox
        checked={get('missing') === 'true'}
        onChange={({ target }) => {
          set({ missing: target.checked ? 'true' : undefined });
        }}
      >
        {say('missingOnly')}
      </Checkbox>
    </>
  );
};

/** 公开责任: what each unit must make public by when, and what is missing. */
export const Component = ({ campaign }: StageTabProps) => {
  const say = useWords(DISCLOSURE);
  const { get } = useInAddress();
  const mayRemind = hasRole(useMe(), 'bureau', 'department', 'sector-office');
  const { data: calendar } = useCalendar(campaign.id);
  const [answer, setAnswer] = useState<BulkAnswer | null>(null);
  const filters = given({
    duty: get('duty'),
    department: get('department'),
    unit: get('unit'),
    published: get('missing') === 'true' ? ('false' as const) : undefined,
  });
  const query = { campaign: campaign.id, limit: 500, ...filters };
  const duties = listed(api.useInfiniteQuery('get', '/api/v1/disclosure-duties', { params: { query } }, PAGES));
  return (
    <div style={{ display: 'grid', gap: 8, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      {answer ? (
        <BulkOutcome
          answer={answer}
          nameOf={(document) => duties.rows.find((it) => it.document === document)?.unitName ?? ''}
          onClose={() => {
            setAnswer(null);
          }}
        />
      ) : null}
      <ListTable
        id="disclosure-duties"
        name={say('duties')}
        columns={useDutyColumns(calendar ? dayOfInstant(calendar.now) : '')}
        list={duties}
        rowKey={({ document }) => document}
        empty={say('empty')}
        filters={<Filters labels={new Map(duties.rows.map(({ duty, label }) => [duty, label]))} />}
        {...(mayRemind
          ? {
              bulk: (selected: readonly Duty[], clear: () => void) => (
                <Remind
                  selected={selected}
                  onDone={(it) => {
                    setAnswer(it);
                    clear();
                  }}
                />
              ),
            }
          : {})}
      />
    </div>
  );
};
