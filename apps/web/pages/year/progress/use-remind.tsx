import { App } from 'antd';
import { api, once } from '../../../api/client.js';
import type { Schemas } from '../../../api/client.js';
import { sentenceOf } from '../../../api/problem.js';
import { useRefresh } from '../../../api/refresh.js';
import { useCampaign } from '../../../app/year/year.js';
import { useLanguage, useWords } from '../../../words/words.js';
import { PROGRESS } from './progress.words.js';

type Answer = Schemas['BulkAnswer'];
interface Wish {
  readonly obligations?: string[];
  readonly stage?: string;
  readonly department?: string;
  readonly unit?: string;
}

/** Why documents were not reminded of, the same reason once with how many. */
const Refusals = ({ answer }: { readonly answer: Answer }) => {
  const language = useLanguage();
  const counts = new Map<string, number>();
  for (const { refusal } of answer.results) if (refusal) counts.set(refusal[language], (counts.get(refusal[language]) ?? 0) + 1);
  return (
    <ul style={{ margin: 0, paddingInlineStart: 18 }}>
      {[...counts].map(([why, count]) => (
        <li key={why}>
          {why}（{count}）
        </li>
      ))}
    </ul>
  );
};

/** Reminds whoever owes, and tells what came of it row by row. */
export const useRemind = () => {
  const say = useWords(PROGRESS);
  const { id } = useCampaign();
  const { message, modal } = App.useApp();
  const refresh = useRefresh();
  const remind = api.useMutation('post', '/api/v1/campaigns/{campaign}/not-submitted/remind');
  const tell = (answer: Answer): void => {
    if (answer.done === 0 && answer.refused === 0) void message.info(say('nothingToRemind'));
    else if (answer.refused === 0) void message.success(say('reminded', { done: answer.done }));
    else
      modal.info({
        title: say('result'),
        content: (
          <>
            <p>{say('remindedSome', { done: answer.done, refused: answer.refused })}</p>
            <Refusals answer={answer} />
          </>
        ),
      });
  };
  const run = async (wish: Wish): Promise<Answer | null> => {
    try {
      const answer = await remind.mutateAsync({ params: { path: { campaign: id }, header: once() }, body: wish });
      tell(answer);
      await refresh('/api/v1/campaigns/{campaign}/not-submitted');
      return answer;
    } catch (error) {
      void message.error(sentenceOf(error));
      return null;
    }
  };
  return { run, isBusy: remind.isPending };
};
