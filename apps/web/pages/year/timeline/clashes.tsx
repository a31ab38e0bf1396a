import { Alert } from 'antd';
import type { Schemas } from '../../../api/client.js';
import { STAGE_WORDS } from '../../../words/terms.js';
import { useLanguage, useWords } from '../../../words/words.js';
import { STAGE_PAGE } from '../../stages/stages.words.js';
import { isStage } from '../../stages/stage-name.js';
import { TIMELINE } from './timeline.words.js';

export type Clash = Schemas['PlanClash'];

/** A clash in words; the stage by its name where the plan's key is one. */
export const useClashText = () => {
  const language = useLanguage();
  const name = useWords(STAGE_WORDS);
  const say = useWords(STAGE_PAGE);
  const nameOf = (key: string): string => {
    const [, stage, time] = /^(.*?)(?:-(\d+))?$/.exec(key) ?? [];
    if (!isStage(stage)) return key;
    return time === undefined ? name(stage) : say('nthTime', { stage: name(stage), time });
  };
  return (it: Clash): string => {
    const text = it[language];
    return text.startsWith(it.stage) ? `${nameOf(it.stage)}${text.slice(it.stage.length)}` : text;
  };
};

/** What clashes in a plan, or that nothing does. */
export const Clashes = ({ clashes, title }: { readonly clashes: readonly Clash[]; readonly title?: string }) => {
  const say = useWords(TIMELINE);
  const textOf = useClashText();
  if (clashes.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title={title ?? say('clashes', { count: clashes.length })}
      description={
        <ul style={{ margin: 0, paddingInlineStart: 18 }}>
          {clashes.map((it) => (
            <li key={`${it.code}/${it.path}/${it.day}`}>{textOf(it)}</li>
          ))}
        </ul>
      }
    />
  );
};
