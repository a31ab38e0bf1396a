import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { DEBTOR_OF } from '#domain/stage/document-kind.js';
import type { DocumentKind } from '#domain/stage/document-kind.js';
import { hasRole, useMe } from '../../../app/session/session.js';
import { COMMON } from '../../../words/terms.js';
import { useWords } from '../../../words/words.js';
import { useObligation } from '../use-document.js';
import type { Task, WholeDocument } from '../use-document.js';
import { ACTIONS } from './actions.words.js';
import { DeadlineDialog } from './deadline.js';
import type { DeadlineWish } from './deadline.js';
import { AddReviewer, Cancel, Remind, Transfer, Withdraw } from './hand-on.js';

type Wish = 'withdraw' | 'transfer' | 'addReviewer' | 'remind' | 'cancel' | DeadlineWish;

const DIALOGS = { withdraw: Withdraw, transfer: Transfer, addReviewer: AddReviewer, remind: Remind, cancel: Cancel };

const isDeadlineWish = (it: Wish): it is DeadlineWish => !(it in DIALOGS);

/** Is the document mine to file, whoever's turn it is now? */
const useIsDebtor = ({ kind, unit, department, agency }: WholeDocument): boolean => {
  const { grants } = useMe();
  const debtor = DEBTOR_OF[kind as DocumentKind];
  return grants.some(
    (it) =>
      it.role === debtor &&
      (debtor === 'bureau' || (debtor === 'agency' ? it.agency === agency : it.unit === (debtor === 'department' ? department : unit))),
  );
};

const useDeadline = ({ obligation }: WholeDocument, task: Task | undefined) => {
  const isBureau = hasRole(useMe(), 'bureau');
  return useObligation(obligation, task !== undefined || isBureau).data;
};

/** What may be asked for besides filing and deciding, likeliest first. */
const useWishes = (document: WholeDocument, task: Task | undefined): readonly Wish[] => {
  const me = useMe();
  const isDebtor = useIsDebtor(document);
  const { extension } = useDeadline(document, task) ?? { extension: null };
  const isWithFiler = ['open', 'returned'].includes(document.status);
  const isAlive = isWithFiler || document.status === 'in-review';
  const isBureau = hasRole(me, 'bureau');
  const waitsForOthers = isAlive && !task && document.turn.length > 0;
  return [
    ...(isBureau && extension ? (['grant', 'refuse'] as const) : []),
    ...(document.status === 'in-review' && isDebtor ? (['withdraw'] as const) : []),
    ...(waitsForOthers && hasRole(me, 'bureau', 'sector-office', 'department') ? (['remind'] as const) : []),
    ...(task?.doing === 'file' && !extension ? (['ask'] as const) : []),
    ...(task ? (['transfer'] as const) : []),
    ...(task?.doing === 'review' ? (['addReviewer'] as const) : []),
    ...(isBureau && isWithFiler ? (['move'] as const) : []),
    ...(isBureau && isAlive ? (['cancel'] as const) : []),
  ];
};

const NAMES = {
  withdraw: 'withdraw',
  transfer: 'transfer',
  addReviewer: 'addReviewer',
  remind: 'remind',
  cancel: 'cancel',
  ask: 'extend',
  grant: 'grant',
  refuse: 'refuse',
  move: 'move',
} as const satisfies Record<Wish, string>;

/** Directly as buttons; the rest behind one, what cannot be undone at its end. */
const FIRST: readonly Wish[] = ['grant', 'refuse', 'withdraw', 'remind', 'ask'];

/** The buttons besides submitting and deciding, with their dialogs. */
export const FurtherActions = ({ document, task }: { readonly document: WholeDocument; readonly task: Task | undefined }) => {
  const say = useWords(ACTIONS);
  const common = useWords(COMMON);
  const [wish, setWish] = useState<Wish | null>(null);
  const wishes = useWishes(document, task);
  const obligation = useDeadline(document, task);
  const first = wishes.filter((it) => FIRST.includes(it));
  const rest = wishes.filter((it) => !FIRST.includes(it));
  const documents = [{ id: document.id, round: document.round }];
  const close = (): void => {
    setWish(null);
  };
  const Dialog = wish === null || isDeadlineWish(wish) ? null : DIALOGS[wish];
  return (
    <>
      {first.map((it) => (
        <Button
          key={it}
          onClick={() => {
            setWish(it);
          }}
        >
          {say(NAMES[it])}
        </Button>
      ))}
      <Button
        onClick={() => {
          window.print();
        }}
      >
        {say('print')}
      </Button>
      {rest.length > 0 ? (
        <Dropdown
          trigger={['click']}
          menu={{
            items: rest.map((it) => ({ key: it, label: say(NAMES[it]), danger: it === 'cancel' })),
            onClick: ({ key }) => {
              setWish(key as Wish);
            },
          }}
        >
          <Button>{common('more')}</Button>
        </Dropdown>
      ) : null}
      {Dialog ? <Dialog documents={documents} onClose={close} /> : null}
      {wish && isDeadlineWish(wish) && obligation ? <DeadlineDialog wish={wish} obligation={obligation} onClose={close} /> : null}
    </>
  );
};
