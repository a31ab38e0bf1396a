import { Alert, Button, Input } from 'antd';
import { useId, useMemo, useState } from 'react';
import { api } from '../../../api/client.js';
import { useEverything } from '../../../api/everything.js';
import { PAGES } from '../../../api/pages.js';
import type { Campaign } from '../../../app/year/year.js';
import { Panel } from '../../../parts/page.js';
import { PlainTable } from '../../../parts/table/plain-table.js';
import { useWords } from '../../../words/words.js';
import { LAUNCH_PROJECTS } from './launch-projects.words.js';
import { projectsText, readProjects } from './project-rows.js';
import { useRegister } from './register-projects.js';
import type { Registered } from './register-projects.js';

const MONO = { fontFamily: 'Consolas, "Courier New", monospace', whiteSpace: 'pre', overflowX: 'auto' } as const;

/** What is typed stays in this browser until it is registered. */
const useKeptText = (campaign: string): readonly [string, (text: string) => void] => {
  const key = `jiheng.launch-projects.${campaign}`;
  const [text, setText] = useState(() => localStorage.getItem(key) ?? '');
  const keep = (it: string): void => {
    setText(it);
    try {
      localStorage.setItem(key, it);
    } catch {
      // Too large to be kept here; it stays on the page.
    }
  };
  return [text, keep];
};

/** Projects of the year before as rows to begin with; budgets are what they were last. */
const LastYear = ({ campaign, onTake }: { readonly campaign: Campaign; readonly onTake: (text: string) => void }) => {
  const say = useWords(LAUNCH_PROJECTS);
  const query = {
    district: campaign.district,
    fiscalYear: campaign.fiscalYear - 1,
    status: 'active' as const,
    limit: 500,
    sort: 'code' as const,
  };
  const projects = useEverything(api.useInfiniteQuery('get', '/api/v1/projects', { params: { query } }, PAGES));
  const units = useEverything(
    api.useInfiniteQuery('get', '/api/v1/units', { params: { query: { district: campaign.district, limit: 500, sort: 'code' } } }, PAGES),
  );
  const codes = new Map(units.rows.map(({ id, code }) => [id, code]));
  const isRead = ![projects, units].some((it) => it.isFirst || it.hasMore);
  if (!isRead || projects.rows.length === 0) return null;
  const rows = projects.rows.map((it) => ({
    ...{ code: it.code, name: it.name, unit: codes.get(it.unit) ?? '', class: it.class === 'key' ? '重点' : '一般', attribute: '延续' },
    budget: it.adjustedBudget ?? it.approvedBudget ?? it.initialBudget ?? '',
  }));
  return (
    <Button
      onClick={() => {
        onTake(projectsText(rows));
      }}
    >
      {say('lastYear', { year: campaign.fiscalYear - 1, count: rows.length })}
    </Button>
  );
};

const Outcome = ({ done, refused }: Registered) => {
  const say = useWords(LAUNCH_PROJECTS);
  if (refused.length === 0) return <Alert type="success" showIcon title={say('done', { done })} />;
  return (
    <>
      <Alert type="warning" showIcon title={say('partly', { done, refused: refused.length })} />
      <PlainTable
        name={say('refused')}
        rows={refused}
        rowKey={({ row }, index) => `${String(index)}/${row.code}`}
        columns={[
          { key: 'project', title: say('project'), cell: ({ row }) => `${row.code} ${row.name}` },
          { key: 'why', title: say('why'), cell: ({ why }) => why },
        ]}
      />
    </>
  );
};

/** 登记本年项目: pasted from a spreadsheet or begun with last year's, before the year is launched. */
export const ProjectsPanel = ({ campaign }: { readonly campaign: Campaign }) => {
  const say = useWords(LAUNCH_PROJECTS);
  const [textId, sourceId] = [useId(), useId()];
  const [text, setText] = useKeptText(campaign.id);
  const [source, setSource] = useState('');
  const [outcome, setOutcome] = useState<Registered | null>(null);
  const read = useMemo(() => readProjects(text), [text]);
  const { register, at, isReady } = useRegister(campaign, (code) => say('unknownUnit', { code }));
  const type = (it: string): void => {
    setText(it);
    setOutcome(null);
  };
  const run = async (): Promise<void> => {
    const answer = await register(read.rows, source.trim());
    setText(projectsText(answer.refused.map(({ row }) => row)));
    setOutcome(answer);
  };
  const count = read.rows.length;
  return (
    <Panel title={say('title', { year: campaign.fiscalYear })} extra={<LastYear campaign={campaign} onTake={type} />}>
      <div style={{ display: 'grid', gap: 8 }}>
        <label htmlFor={textId}>{say('hint')}</label>
        <Input.TextArea
          id={textId}
          rows={6}
          spellCheck={false}
          style={MONO}
          value={text}
          placeholder={say('placeholder')}
          onChange={({ target }) => {
            type(target.value);
          }}
        />
        {text.trim() !== '' && !read.hasHeader ? <Alert type="warning" showIcon title={say('headerMissing')} /> : null}
        <label htmlFor={sourceId}>{say('source')}</label>
        <Input
          id={sourceId}
          value={source}
          maxLength={200}
          placeholder={say('sourceHint')}
          onChange={({ target }) => {
            setSource(target.value);
          }}
        />
        <div style={{ display: 'flex', gap: 8, alignItems: 'center' }}>
          <Button
            type="primary"
            disabled={count === 0 || source.trim() === '' || !isReady}
            loading={at !== null}
            onClick={() => void run()}
          >
            {count > 0 && source.trim() === '' ? say('needsSource') : say('register', { count })}
          </Button>
          <span role="status">{at === null ? '' : say('underWay', { at: at + 1, count })}</span>
        </div>
        {outcome ? <Outcome {...outcome} /> : null}
      </div>
    </Panel>
  );
};
