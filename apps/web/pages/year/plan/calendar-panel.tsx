import { Alert, Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { api } from '../../../api/client.js';
import type { Schemas } from '../../../api/client.js';
import { useCalendar } from '../../../app/year/year.js';
import type { Campaign } from '../../../app/year/year.js';
import { AskReason } from '../../../parts/ask/ask-reason.js';
import { Panel } from '../../../parts/page.js';
import { ProblemAlert } from '../../../parts/problem.js';
import { useJoin } from '../../../words/join.js';
import { useWords } from '../../../words/words.js';
import { useTold } from '../commands/use-told.js';
import { CalendarEffect } from './calendar-effect.js';
import { PLAN } from './plan.words.js';

type Version = Schemas['CalendarVersion'];

const yearOf = (version: string): number => Number(version.slice(3, 7));
const revisionOf = (version: string): number => Number(version.split('@')[1]);

/** A version in words: the year, and which version of it. */
const useVersionName = () => {
  const say = useWords(PLAN);
  return (version: string): string => say('version', { year: yearOf(version), revision: revisionOf(version) + 1 });
};

/** The newest version of each of the last three years of a calendar. */
const useNewest = (inUse: readonly string[]): readonly Version[] => {
  const last = Math.max(...inUse.map(yearOf));
  const ask = (year: number) => ({ params: { query: { year } } });
  const lists = [
    api.useQuery('get', '/api/v1/calendars', ask(last - 2)),
    api.useQuery('get', '/api/v1/calendars', ask(last - 1)),
    api.useQuery('get', '/api/v1/calendars', ask(last)),
  ];
  return lists.flatMap(({ data }) => data?.items.at(-1) ?? []);
};

const Adopt = ({
  campaign,
  versions,
  onClose,
}: {
  readonly campaign: Campaign;
  readonly versions: string[];
  readonly onClose: () => void;
}) => {
  const say = useWords(PLAN);
  const told = useTold();
  const nameOf = useVersionName();
  const join = useJoin();
  const adopt = api.useMutation('post', '/api/v1/campaigns/{campaign}/calendar');
  return (
    <AskReason
      title={say('adopt')}
      act={say('adopt')}
      consequences={say('newer', { versions: join(versions.map(nameOf)) })}
      onClose={onClose}
      onAct={async (reason, header) => {
        const wish = { params: { path: { campaign: campaign.id }, header }, body: { calendar: versions, reason } };
        await told(await adopt.mutateAsync(wish), say('adopt'));
      }}
    />
  );
};

const Newer = ({ campaign, versions }: { readonly campaign: Campaign; readonly versions: string[] }) => {
  const say = useWords(PLAN);
  const nameOf = useVersionName();
  const join = useJoin();
  const [isAsking, setAsking] = useState(false);
  const preview = api.useMutation('post', '/api/v1/campaigns/{campaign}/calendar/preview');
  return (
    <div style={{ display: 'grid', gap: 12, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Alert
        type="info"
        showIcon
        title={say('newer', { versions: join(versions.map(nameOf)) })}
        action={
          <Button
            type={preview.data ? 'default' : 'primary'}
            loading={preview.isPending}
            onClick={() => {
              preview.mutate({ params: { path: { campaign: campaign.id } }, body: { calendar: versions, limit: 200 } });
            }}
          >
            {say('preview')}
          </Button>
        }
      />
      {preview.error ? <ProblemAlert error={preview.error} /> : null}
      {preview.data ? (
        <>
          <CalendarEffect preview={preview.data} />
          <div>
            <Button
              type="primary"
              onClick={() => {
                setAsking(true);
              }}
            >
              {say('adopt')}
            </Button>
          </div>
        </>
      ) : null}
      {isAsking ? (
        <Adopt
          campaign={campaign}
          versions={versions}
          onClose={() => {
            setAsking(false);
          }}
        />
      ) : null}
    </div>
  );
};

const Versions = ({ campaign, inUse }: { readonly campaign: Campaign; readonly inUse: readonly string[] }) => {
  const say = useWords(PLAN);
  const nameOf = useVersionName();
  const join = useJoin();
  const newest = useNewest(inUse);
  const newer = newest.filter((it) => inUse.some((used) => yearOf(used) === it.year && revisionOf(used) < revisionOf(it.version)));
  const kindOf = (used: string): string => {
    const name = nameOf(used);
    const it = newest.find(({ version }) => version === used);
    return it
      ? say('versionKind', { version: name, kind: [say(it.origin), ...(it.provisional ? [say('provisional')] : [])].join(' · ') })
      : name;
  };
  return (
    <>
      <p style={{ margin: '0 0 8px' }}>{say('calendarNow', { versions: join(inUse.map(kindOf)) })}</p>
      {newer.length === 0 ? (
        <p style={{ margin: 0, color: '#595f69' }}>{say('newest')}</p>
      ) : (
        <Newer campaign={campaign} versions={newer.map(({ version }) => version)} />
      )}
    </>
  );
};

/** Which calendar the year goes by, and the change to a newer one with what follows from it. */
export const CalendarPanel = ({ campaign }: { readonly campaign: Campaign }) => {
  const say = useWords(PLAN);
  const { data } = useCalendar(campaign.id);
  if (!data) return null;
  return (
    <Panel title={say('calendar')} extra={<Link to="/administration/calendar">{say('editCalendar')}</Link>}>
      <Versions campaign={campaign} inUse={data.version.split('+')} />
    </Panel>
  );
};
