import { Empty, Segmented, Select } from 'antd';
import { useState } from 'react';
import type { Change } from '#domain/difference/difference.js';
import { touches } from '#domain/difference/difference.js';
import { api } from '../../../api/client.js';
import type { Schemas } from '../../../api/client.js';
import { dayOfInstant } from '../../../app/year/year.js';
import type { Content } from '../../../parts/forms/paths.js';
import { Read } from '../../../parts/page.js';
import { useWords } from '../../../words/words.js';
import type { WholeDocument } from '../use-document.js';
import { ReadForm } from '../view/read-form.js';
import { DifferenceTable } from './difference-table.js';
import { TABS } from './tabs.words.js';
import type { TabProps } from './use-tabs.js';

type Version = Schemas['DocumentVersion'];

const Choose = ({
  name,
  all,
  value,
  onChoose,
}: {
  readonly name: string;
  readonly all: readonly Version[];
  readonly value: number;
  readonly onChoose: (version: number) => void;
}) => {
  const say = useWords(TABS);
  const label = ({ version, savedByName, marks, savedAt }: Version): string =>
    [say('version', { version }), dayOfInstant(savedAt), savedByName, ...marks.map(({ mark }) => say(`mark-${mark}`))]
      .filter(Boolean)
      .join(' · ');
  return (
    <label style={{ display: 'flex', gap: 6, alignItems: 'center', minWidth: 0 }}>
      {name}
      <Select
        aria-label={name}
        value={value}
        onChange={onChoose}
        options={all.map((it) => ({ value: it.version, label: label(it) }))}
        style={{ width: 360, maxWidth: '70vw' }}
      />
    </label>
  );
};

const asChanges = (changes: Schemas['Difference']['changes']): readonly Change[] => changes.map((it) => ({ ...it, rows: {} }));

const useVersion = (document: string, version: number) =>
  api.useQuery('get', '/api/v1/documents/{document}/versions/{version}', { params: { path: { document, version } } });

const SideBySide = ({
  document,
  from,
  to,
  changes,
}: {
  readonly document: WholeDocument;
  readonly from: number;
  readonly to: number;
  readonly changes: readonly Change[];
}) => {
  const say = useWords(TABS);
  const before = useVersion(document.id, from);
  const after = useVersion(document.id, to);
  const changed = (path: string): boolean => changes.some((it) => touches({ ...it, was: it.path }, path));
  const was = (path: string): boolean => changes.some((it) => it.was !== null && touches(it, path));
  return (
    <div style={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 460px), 1fr))', gap: 12 }}>
      {[
        { query: before, version: from, isChanged: was },
        { query: after, version: to, isChanged: changed },
      ].map(({ query, version, isChanged }, index) => (
        <section key={index} style={{ minWidth: 0 }}>
          <h2 style={{ fontSize: 14, margin: '0 0 6px' }}>{say('version', { version })}</h2>
          <Read query={query}>
            {({ content }) => <ReadForm document={document} content={(content ?? {}) as Content} isChanged={isChanged} />}
          </Read>
        </section>
      ))}
    </div>
  );
};

const Compare = ({ document, versions }: { readonly document: WholeDocument; readonly versions: readonly Version[] }) => {
  const say = useWords(TABS);
  const newest = versions[0]?.version ?? 0;
  const filedBefore = versions.find(({ version, marks }) => version < newest && marks.length > 0) ?? versions[1];
  const [from, setFrom] = useState(filedBefore?.version ?? newest);
  const [to, setTo] = useState(newest);
  const [look, setLook] = useState<'fieldByField' | 'sideBySide'>('fieldByField');
  const query = api.useQuery('get', '/api/v1/documents/{document}/difference', {
    params: { path: { document: document.id }, query: { from, to } },
  });
  return (
    <div style={{ display: 'grid', gap: 12 }}>
      <div className="no-print" style={{ display: 'flex', gap: 12, flexWrap: 'wrap' }}>
        <Choose name={say('from')} all={versions} value={from} onChoose={setFrom} />
        <Choose name={say('to')} all={versions} value={to} onChoose={setTo} />
        <Segmented
          value={look}
          onChange={setLook}
          options={(['fieldByField', 'sideBySide'] as const).map((value) => ({ value, label: say(value) }))}
        />
      </div>
      <Read query={query}>
        {({ changes }) =>
          look === 'sideBySide' ? (
            <SideBySide document={document} from={from} to={to} changes={asChanges(changes)} />
          ) : (
            <DifferenceTable kind={document.kind} changes={changes} />
          )
        }
      </Read>
    </div>
  );
};

const TooFew = ({ only }: { readonly only: Version | undefined }) => {
  const say = useWords(TABS);
  const words = only ? say('oneVersion', { day: dayOfInstant(only.savedAt), who: only.savedByName ?? '—' }) : say('noVersions');
  return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={words} />;
};

/** Every version that was saved, and what changed between two of them. */
const VersionsTab = ({ document }: TabProps) => {
  const query = api.useQuery('get', '/api/v1/documents/{document}/versions', {
    params: { path: { document: document.id }, query: { limit: 200 } },
  });
  return (
    <Read query={query}>
      {({ items }) => (items.length > 1 ? <Compare document={document} versions={items} /> : <TooFew only={items[0]} />)}
    </Read>
  );
};

export default VersionsTab;
