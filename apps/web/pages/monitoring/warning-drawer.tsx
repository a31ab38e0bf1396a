import { Descriptions, Drawer } from 'antd';
import { Link } from 'react-router';
import type { Disposal } from '#domain/monitoring/content.js';
import { DISPOSALS } from '#domain/monitoring/content.js';
import { api } from '../../api/client.js';
import { InstantText, Limit } from '../../parts/day.js';
import { Explanations } from '../../parts/explanation/explanation.js';
import { Panel, Read } from '../../parts/page.js';
import { StateTag } from '../../parts/states/state-tag.js';
import { COMMON } from '../../words/terms.js';
import { useWords } from '../../words/words.js';
import type { Document } from './documents.js';
import { MONITORING } from './monitoring.words.js';
import type { Warning } from './warnings.js';

const textIn = (content: unknown, key: string): string => {
  const value: unknown = typeof content === 'object' && content !== null && key in content ? content[key as keyof typeof content] : '';
  return typeof value === 'string' ? value : '';
};
const isDisposal = (it: string): it is Disposal => (DISPOSALS as readonly string[]).includes(it);

const Answer = ({ document }: { readonly document: Document }) => {
  const say = useWords(MONITORING);
  const common = useWords(COMMON);
  const answer = api.useQuery('get', '/api/v1/documents/{document}', { params: { path: { document: document.id } } });
  return (
    <Read query={answer}>
      {({ content, turn }) => {
        const disposal = textIn(content, 'disposal');
        return (
          <Descriptions
            size="small"
            column={1}
            bordered
            items={[
              {
                key: 'who',
                label: common('unit'),
                children: [document.unitName, ...turn.map(({ name }) => name)].filter(Boolean).join(' · '),
              },
              {
                key: 'due',
                label: common('due'),
                children: <Limit until={document.limitAt ?? document.dueAt} done={document.limitAt === null} />,
              },
              { key: 'state', label: common('status'), children: <StateTag state={document.status} /> },
              { key: 'cause', label: say('cause'), children: textIn(content, 'cause') || say('notAnswered') },
              { key: 'correction', label: say('correction'), children: textIn(content, 'correction') || '—' },
              { key: 'disposal', label: say('disposal'), children: isDisposal(disposal) ? say(disposal) : '—' },
              { key: 'open', label: say('answerDoc'), children: <Link to={`/documents/${document.id}`}>{document.title}</Link> },
            ]}
          />
        );
      }}
    </Read>
  );
};

interface DrawerProps {
  readonly warning: Warning | undefined;
  readonly answer: Document | undefined;
  readonly onClose: () => void;
}

/** One warning: the rule with its figures and their sources, and the answer with what was decided. */
export const WarningDrawer = ({ warning, answer, onClose }: DrawerProps) => {
  const say = useWords(MONITORING);
  return (
    <Drawer
      open={warning !== undefined}
      onClose={onClose}
      size={680}
      title={warning ? `${warning.projectCode} ${warning.projectName}` : ''}
      extra={warning ? <StateTag state={warning.colour} /> : null}
      styles={{ body: { display: 'flex', flexDirection: 'column', gap: 12, background: '#f4f6f8' } }}
    >
      {warning ? (
        <>
          <Panel title={say('rule')} extra={<InstantText at={warning.at} />}>
            <Explanations of={warning.explanation} />
            {warning.report === null ? null : <Link to={`/documents/${warning.report}`}>{say('document')}</Link>}
          </Panel>
          {answer ? (
            <Panel title={say('answerContent')}>
              <Answer document={answer} />
            </Panel>
          ) : null}
        </>
      ) : null}
    </Drawer>
  );
};
