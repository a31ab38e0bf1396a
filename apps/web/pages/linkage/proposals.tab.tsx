import { useState } from 'react';
import { sumYuan } from '#domain/score/money.js';
import { hasRole, useMe } from '../../app/session/session.js';
import { BulkOutcome } from '../../parts/bulk-outcome.js';
import { useInAddress } from '../../parts/choose/use-in-address.js';
import { Money } from '../../parts/money.js';
import { ListTable } from '../../parts/table/list-table.js';
import { useWords } from '../../words/words.js';
import type { StageTabProps } from '../stages/stage-tab.js';
import { useProposalColumns } from './columns.js';
import type { BulkAnswer } from './decide.js';
import { DecideButtons } from './decide-buttons.js';
import { ProposalFilters } from './filters.js';
import { LINKAGE } from './linkage.words.js';
import { ProposalDrawer } from './proposal-drawer.js';
import { changeOf, useProposals } from './proposals.js';
import type { Proposal } from './proposals.js';

/** Sums of what is seen; undecided projects stand with what is proposed. */
const totalsOf = (rows: readonly Proposal[]) => {
  const [before, proposed] = [sumYuan(rows.map((it) => it.baseAmount)), sumYuan(rows.map((it) => it.proposedAmount))];
  const after = sumYuan(rows.map((it) => it.decidedAmount ?? it.proposedAmount));
  return {
    base: <Money yuan={before} />,
    proposedAmount: <Money yuan={proposed} />,
    change: <Money yuan={changeOf(before, after)} />,
    decidedAmount: <Money yuan={sumYuan(rows.flatMap((it) => it.decidedAmount ?? []))} />,
  };
};

/** 处理建议: what the results make of each project's money, what the department says, what the bureau decides. */
export const Component = ({ campaign }: StageTabProps) => {
  const say = useWords(LINKAGE);
  const mayDecide = hasRole(useMe(), 'bureau');
  const { get, set } = useInAddress();
  const proposals = useProposals(campaign.id);
  const [answer, setAnswer] = useState<BulkAnswer | null>(null);
  const current = proposals.rows.find(({ id }) => id === get('proposal'));
  const nameOf = (document: string): string => proposals.rows.find(({ decision }) => decision?.id === document)?.projectName ?? '';
  return (
    <div style={{ display: 'grid', gap: 8, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      {answer ? (
        <BulkOutcome
          answer={answer}
          nameOf={nameOf}
          onClose={() => {
            setAnswer(null);
          }}
        />
      ) : null}
      <ListTable
        id="linkage-proposals"
        name={say('proposals')}
        columns={useProposalColumns()}
        list={proposals}
        rowKey={({ id }) => id}
        empty={say('empty')}
        current={current?.id}
        onOpen={({ id }) => {
          set({ proposal: id });
        }}
        filters={<ProposalFilters />}
        totals={totalsOf(proposals.rows)}
        {...(mayDecide
          ? {
              bulk: (selected: readonly Proposal[], clear: () => void) => (
                <DecideButtons
                  counted
                  proposals={selected}
                  onDone={(it) => {
                    setAnswer(it);
                    clear();
                  }}
                />
              ),
            }
          : {})}
      />
      <ProposalDrawer
        proposal={current}
        onDone={setAnswer}
        onClose={() => {
          set({ proposal: undefined });
        }}
      />
    </div>
  );
};
