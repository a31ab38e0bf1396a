import { Alert } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { api } from '../../../api/client.js';
import { hasRole, useMe } from '../../../app/session/session.js';
import { useYear } from '../../../app/year/year.js';
import { AddressLink } from '../../../parts/choose/address-link.js';
import { useInAddress } from '../../../parts/choose/use-in-address.js';
import { MissingPage } from '../../../parts/error-page.js';
import { Panel, Read } from '../../../parts/page.js';
import { useKept } from '../../../parts/use-kept.js';
import { useWords } from '../../../words/words.js';
import { AdministrationPage } from '../administration-page.js';
import { CALENDAR } from './calendar.words.js';
import { Compare } from './compare.js';
import { EditPanel } from './edit-panel.js';
import { History } from './history.js';
import { Months } from './months.js';
import { useDays, useVersionName } from './versions.js';
import type { Version, YearOfDays } from './versions.js';

const FIRST_YEAR = 2000;
const LAST_YEAR = 2100;
const isDays = (it: unknown): it is readonly string[] => Array.isArray(it) && it.every((day) => typeof day === 'string');

interface EditedProps {
  readonly it: YearOfDays;
  readonly version: Version;
  readonly onMade: (version: string) => void;
}

/** The newest version, whose days are turned; what is not published stays in this browser. */
const Edited = ({ it, version, onMade }: EditedProps) => {
  const [toggled, setToggled, forget] = useKept<readonly string[]>(`jiheng.calendar.${version.version}`, [], isDays);
  const pending = new Set(toggled);
  const days = it.days.map((of) => ({ ...of, isPending: pending.has(of.day), working: pending.has(of.day) ? !of.working : of.working }));
  const toggle = (day: string): void => {
    setToggled(pending.has(day) ? toggled.filter((other) => other !== day) : [...toggled, day].sort());
  };
  return (
    <>
      <Panel>
        <Months year={it.year} days={days} onToggle={toggle} />
      </Panel>
      <EditPanel
        version={version}
        changes={days.filter(({ isPending }) => isPending).map(({ day, working }) => ({ day, working }))}
        onUndo={toggle}
        onUndoAll={forget}
        onMade={(made) => {
          forget();
          onMade(made);
        }}
      />
    </>
  );
};

const Shown = ({ versions, version }: { readonly versions: readonly Version[]; readonly version: Version }) => {
  const say = useWords(CALENDAR);
  const nameOf = useVersionName();
  const { set } = useInAddress();
  const [made, setMade] = useState<string | null>(null);
  const newest = versions.at(-1)?.version;
  return (
    <>
      {made === null ? null : (
        <Alert
          type="success"
          showIcon
          role="status"
          title={say('published', { version: nameOf(made) })}
          description={<Link to="/year/plan">{say('toAdopt')}</Link>}
        />
      )}
      <Read query={useDays(version.version)}>
        {(it) => (
          <>
            {version.version === newest ? (
              <Edited
                key={version.version}
                it={it}
                version={version}
                onMade={(fresh) => {
                  setMade(fresh);
                  set({ version: undefined });
                }}
              />
            ) : (
              <>
                <Alert
                  type="info"
                  showIcon
                  title={say('onlyNewest')}
                  action={
                    <AddressLink name="version" value={newest ?? ''}>
                      {say('toNewest')}
                    </AddressLink>
                  }
                />
                <Panel>
                  <Months year={it.year} days={it.days.map((day) => ({ ...day, isPending: false }))} onToggle={null} />
                </Panel>
              </>
            )}
            <Compare shown={it} versions={versions} />
          </>
        )}
      </Read>
      <History versions={versions} shown={version.version} />
    </>
  );
};

const OfYear = ({ year }: { readonly year: number }) => {
  const say = useWords(CALENDAR);
  const { get } = useInAddress();
  const versions = api.useQuery('get', '/api/v1/calendars', { params: { query: { year } } });
  return (
    <Read query={versions}>
      {({ items }) => {
        const version = items.find((it) => it.version === get('version')) ?? items.at(-1);
        return version ? <Shown versions={items} version={version} /> : <p>{say('empty', { year })}</p>;
      }}
    </Read>
  );
};

/** 工作日历: which days are worked in a year, by version; days are changed, their effect is seen, a new version is published. */
export const Component = () => {
  const say = useWords(CALENDAR);
  const me = useMe();
  const { campaign } = useYear();
  const { get } = useInAddress();
  const asked = Number(get('year'));
  const year = asked >= FIRST_YEAR && asked <= LAST_YEAR ? Math.trunc(asked) : (campaign?.fiscalYear ?? new Date().getFullYear());
  if (!hasRole(me, 'bureau', 'system')) return <MissingPage />;
  return (
    <AdministrationPage title={say('title')} intro={say('intro')}>
      <nav aria-label={say('year', { year })} style={{ display: 'flex', gap: 16, alignItems: 'baseline', flexWrap: 'wrap' }}>
        <Link to={`?year=${String(year - 1)}`}>{`‹ ${say('before', { year: year - 1 })}`}</Link>
        <strong style={{ fontSize: 16 }}>{say('year', { year })}</strong>
        <Link to={`?year=${String(year + 1)}`}>{`${say('after', { year: year + 1 })} ›`}</Link>
      </nav>
      <OfYear key={year} year={year} />
    </AdministrationPage>
  );
};
