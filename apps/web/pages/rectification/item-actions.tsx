import { Button } from 'antd';
import { useState } from 'react';
import { hasRole, useMe } from '../../app/session/session.js';
import { LinkButton } from '../../parts/link-button.js';
import { useWords } from '../../words/words.js';
import { DeadlineDialog } from '../documents/actions/deadline.js';
import type { DeadlineWish } from '../documents/actions/deadline.js';
import { Decide } from '../documents/actions/decide.js';
import type { Verdict } from '../documents/actions/decide.js';
import { useMyTask, useObligation } from '../documents/use-document.js';
import type { Item } from './items.js';
import { RECTIFICATION } from './rectification.words.js';

type Owed = Item & { readonly document: string; readonly obligation: string };

const Deadline = ({ item, wish, onClose }: { readonly item: Owed; readonly wish: DeadlineWish; readonly onClose: () => void }) => {
  const { data } = useObligation(item.obligation);
  return data ? <DeadlineDialog wish={wish} obligation={data} onClose={onClose} /> : null;
};

/** What one can do with an item now: report, accept or return what was reported, ask for more time or decide on it. */
export const ItemActions = ({ item }: { readonly item: Owed }) => {
  const say = useWords(RECTIFICATION);
  const me = useMe();
  const doing = useMyTask(item.document)?.doing;
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const [wish, setWish] = useState<DeadlineWish | null>(null);
  const ask = (it: DeadlineWish, label: string) => (
    <Button
      key={it}
      onClick={() => {
        setWish(it);
      }}
    >
      {label}
    </Button>
  );
  const decide = (it: Verdict, label: string, primary = false) => (
    <Button
      key={it}
      type={primary ? 'primary' : 'default'}
      onClick={() => {
        setVerdict(it);
      }}
    >
      {label}
    </Button>
  );
  return (
    <div style={{ display: 'flex', gap: 8, flexWrap: 'wrap' }} className="no-print">
      {doing === 'review' ? [decide('approve', say('accept'), true), decide('return', say('return'))] : null}
      {item.extension && hasRole(me, 'bureau') ? [ask('grant', say('grant')), ask('refuse', say('refuse'))] : null}
      {doing === 'file' ? (
        <LinkButton to={`/documents/${item.document}`} type="primary">
          {say('file')}
        </LinkButton>
      ) : null}
      {doing === 'file' && !item.extension ? ask('ask', say('askExtension')) : null}
      {verdict ? (
        <Decide
          verdict={verdict}
          documents={[{ id: item.document, round: item.round ?? 0 }]}
          onClose={() => {
            setVerdict(null);
          }}
        />
      ) : null}
      {wish ? (
        <Deadline
          item={item}
          wish={wish}
          onClose={() => {
            setWish(null);
          }}
        />
      ) : null}
    </div>
  );
};
