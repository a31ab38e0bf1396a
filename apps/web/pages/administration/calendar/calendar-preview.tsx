import { Alert, Button } from 'antd';
import { useState } from 'react';
import { api } from '../../../api/client.js';
import { hasRole, useMe } from '../../../app/session/session.js';
import { useCalendar, useYear } from '../../../app/year/year.js';
import type { Campaign } from '../../../app/year/year.js';
import { ProblemAlert } from '../../../parts/problem.js';
import { useWords } from '../../../words/words.js';
import { CalendarEffect } from '../../year/plan/calendar-effect.js';
import { CALENDAR } from './calendar.words.js';

const MOST = 200;

export interface ChangedDay {
  readonly day: string;
  readonly working: boolean;
}

interface PreviewProps {
  readonly campaign: Campaign;
  readonly version: string;
  readonly changes: readonly ChangedDay[];
}

const OfYear = ({ campaign, version, changes }: PreviewProps) => {
  const say = useWords(CALENDAR);
  const { data: present } = useCalendar(campaign.id);
  const [seen, setSeen] = useState<string | null>(null);
  const preview = api.useMutation('post', '/api/v1/campaigns/{campaign}/calendar/preview');
  if (!present) return null;
  const inUse = present.version.split('+');
  const year = version.slice(3, 7);
  if (!inUse.some((it) => it.slice(3, 7) === year)) return <p style={{ margin: 0 }}>{say('notUsed', { year })}</p>;
  const wished = JSON.stringify(changes);
  const isSeen = seen === wished;
  return (
    <>
      <div>
        <Button
          loading={preview.isPending}
          disabled={changes.length === 0}
          onClick={() => {
            setSeen(wished);
            const body = { calendar: inUse.includes(version) ? [] : [version], days: [...changes], limit: MOST };
            preview.mutate({ params: { path: { campaign: campaign.id } }, body });
          }}
        >
          {say('look')}
        </Button>
      </div>
      {isSeen && preview.error ? <ProblemAlert error={preview.error} /> : null}
      {isSeen && preview.data ? (
        <div role="status" style={{ display: 'grid', gap: 8, gridTemplateColumns: 'minmax(0, 1fr)' }}>
          <strong>{say('ofYear', { year: campaign.fiscalYear })}</strong>
          <CalendarEffect preview={preview.data} />
        </div>
      ) : null}
    </>
  );
};

/** Which open deadlines of the year that is shown would move by changes that are not published yet, for the bureau. */
export const CalendarPreview = ({ version, changes }: Omit<PreviewProps, 'campaign'>) => {
  const say = useWords(CALENDAR);
  const me = useMe();
  const { campaign } = useYear();
  if (!hasRole(me, 'bureau')) return <Alert type="info" showIcon title={say('bureauLooks')} />;
  if (campaign?.status !== 'running' && campaign?.status !== 'paused') return <p style={{ margin: 0 }}>{say('noCampaign')}</p>;
  return <OfYear {...{ campaign, version, changes }} />;
};
