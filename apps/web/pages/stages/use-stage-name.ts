import type { StageName } from '#domain/stage/stage.js';
import { STAGE_WORDS } from '../../words/terms.js';
import { useWords } from '../../words/words.js';
import { STAGE_PAGE } from './stages.words.js';

interface PlannedStage {
  readonly key: string;
  readonly name: StageName;
}

/** What the stages of a plan are called: by which time it is where the plan has one more than once. */
export const useStageName = (stages: readonly PlannedStage[]) => {
  const name = useWords(STAGE_WORDS);
  const say = useWords(STAGE_PAGE);
  return (it: PlannedStage): string => {
    const alike = stages.filter((other) => other.name === it.name);
    const time = alike.findIndex(({ key }) => key === it.key) + 1;
    return alike.length > 1 && time > 0 ? say('nthTime', { stage: name(it.name), time }) : name(it.name);
  };
};
