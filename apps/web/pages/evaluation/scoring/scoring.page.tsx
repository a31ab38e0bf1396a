import { useParams } from 'react-router';
import { Page, Read } from '../../../parts/page.js';
import { StateTag } from '../../../parts/states/state-tag.js';
import { useWords } from '../../../words/words.js';
import '../evaluation.css';
import { stageOf } from '../evaluation-state.js';
import { ScoringView } from './scoring-view.js';
import { SCORING } from './scoring.words.js';
import { useSheet } from './sheet.js';

/** The scoring of one evaluation, for raters and leads who see nothing else of it. */
export const Component = () => {
  const say = useWords(SCORING);
  const { evaluation = '' } = useParams();
  return (
    <Read query={useSheet(evaluation)}>
      {({ projectName, status }) => (
        <Page title={say('titleOf', { project: projectName })} state={<StateTag state={stageOf(status)} />}>
          <ScoringView evaluation={evaluation} campaign={undefined} />
        </Page>
      )}
    </Read>
  );
};
