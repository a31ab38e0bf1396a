import { Empty, Skeleton, Tabs } from 'antd';
import { Suspense, lazy } from 'react';
import type { ComponentType } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import type { StageName } from '#domain/stage/stage.js';
import { api } from '../../api/client.js';
import type { Schemas } from '../../api/client.js';
import { hasRole, useMe } from '../../app/session/session.js';
import { useCampaign, useYear } from '../../app/year/year.js';
import { MissingPage } from '../../parts/error-page.js';
import { Page, Read } from '../../parts/page.js';
import { StateTag } from '../../parts/states/state-tag.js';
import { STAGE_WORDS } from '../../words/terms.js';
import { useLanguage, useWords } from '../../words/words.js';
import { NoYear } from '../year/no-year.js';
import { Component as Documents } from './documents.tab.js';
import { StageFigures, StageDays, StageParts } from './stage-head.js';
import { isStage } from './stage-name.js';
import type { StageTabProps } from './stage-tab.js';
import { STAGE_PAGE } from './stages.words.js';
import { STAGE_TABS } from './tabs.js';

type Stage = Schemas['Stage'];

const LIST = 'documents';

interface Shown {
  readonly key: string;
  readonly title: string;
  readonly Content: ComponentType<StageTabProps>;
}

const ADDED = STAGE_TABS.map((tab) => ({ ...tab, Content: lazy(async () => ({ default: (await tab.load()).Component })) }));

const useTabs = (stage: StageName): readonly Shown[] => {
  const say = useWords(STAGE_PAGE);
  const language = useLanguage();
  const me = useMe();
  const added = (leads: boolean): readonly Shown[] =>
    ADDED.filter((it) => it.stage === stage && (it.leads ?? false) === leads && (!it.roles || hasRole(me, ...it.roles))).map((it) => ({
      ...it,
      title: it.title[language],
    }));
  return [...added(true), { key: LIST, title: say('documents'), Content: Documents }, ...added(false)];
};

const Contents = ({ stage }: { readonly stage: Stage }) => {
  const say = useWords(STAGE_PAGE);
  const name = useWords(STAGE_WORDS);
  const { tab } = useParams();
  const campaign = useCampaign();
  const navigate = useNavigate();
  const tabs = useTabs(stage.name);
  const [first] = tabs;
  const current = tabs.find(({ key }) => key === tab) ?? first;
  if (!current || (tab !== undefined && current.key !== tab)) return <MissingPage />;
  const content = (
    <Suspense fallback={<Skeleton active />}>
      <current.Content key={stage.id} campaign={campaign} stage={stage} />
    </Suspense>
  );
  if (tabs.length === 1) return content;
  return (
    <Tabs
      aria-label={say('tabs', { stage: name(stage.name) })}
      size="small"
      activeKey={current.key}
      destroyOnHidden
      onChange={(key) => void navigate(`/stages/${stage.name}/${key}?part=${encodeURIComponent(stage.key)}`)}
      items={tabs.map(({ key, title }) => ({ key, label: title, children: key === current.key ? content : null }))}
    />
  );
};

const StagePage = ({ name, stages }: { readonly name: StageName; readonly stages: readonly Stage[] }) => {
  const say = useWords(STAGE_PAGE);
  const title = useWords(STAGE_WORDS)(name);
  const [search, setSearch] = useSearchParams();
  const part = search.get('part');
  const current = stages.find(({ key }) => key === part) ?? stages.find(({ status }) => status === 'open') ?? stages[0];
  if (!current)
    return (
      <Page title={title} intro={say(name)}>
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={`${say('notPlanned')}${say('notPlannedMore')}`} />
      </Page>
    );
  const state = (
    <>
      <StateTag state={current.status === 'open' ? 'running' : current.status} />
      <StageDays stage={current} />
    </>
  );
  return (
    <Page title={title} state={state} intro={say(name)}>
      <StageParts
        stages={stages}
        current={current}
        onChoose={(key) => {
          setSearch({ part: key });
        }}
      />
      <StageFigures stage={current} />
      <Contents stage={current} />
    </Page>
  );
};

const OfYear = ({ name }: { readonly name: StageName }) => {
  const { id } = useCampaign();
  const title = useWords(STAGE_WORDS)(name);
  const stages = api.useQuery('get', '/api/v1/campaigns/{campaign}/stages', {
    params: { path: { campaign: id }, query: { limit: 100 } },
  });
  if (stages.data) return <StagePage name={name} stages={stages.data.items.filter((it) => it.name === name)} />;
  return (
    <Page title={title}>
      <Read query={stages}>{() => null}</Read>
    </Page>
  );
};

/** One stage of the year: what it is about, its state and days, and tabs: the list of its documents, and what the areas add. */
export const Component = () => {
  const { stage } = useParams();
  const { campaign } = useYear();
  if (!isStage(stage)) return <MissingPage />;
  return campaign ? <OfYear key={stage} name={stage} /> : <NoYear />;
};
