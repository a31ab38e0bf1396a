import { Panel, Read } from '../../../parts/page.js';
import { useWords } from '../../../words/words.js';
import { PointsPanel } from './points-panel.js';
import { SCORING } from './scoring.words.js';
import { SheetsPanel } from './sheets-panel.js';
import { rulesIn, useSheet } from './sheet.js';

/** 多人独立评分 of one evaluation: whose sheets are in, and, when they may be seen, the points and what has to be decided. */
export const ScoringView = ({ evaluation, campaign }: { readonly evaluation: string; readonly campaign: string | undefined }) => {
  const say = useWords(SCORING);
  return (
    <Read query={useSheet(evaluation)}>
      {(sheet) =>
        rulesIn(sheet) ? (
          <div className="evaluation-stack">
            <SheetsPanel sheet={sheet} campaign={campaign} />
            <PointsPanel sheet={sheet} />
          </div>
        ) : (
          <Panel title={say('title')}>
            <p>{say('notPlanned')}</p>
          </Panel>
        )
      }
    </Read>
  );
};
