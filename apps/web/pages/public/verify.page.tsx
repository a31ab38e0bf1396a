import { useTitle } from '../../app/session/session.js';
import { useWords } from '../../words/words.js';
import { PUBLIC } from './public.words.js';
import { VerifyFile } from './verify-file.js';

/** Is what I have in my hands what was published? */
export const Component = () => {
  const say = useWords(PUBLIC);
  useTitle(say('verifyTitle'));
  return (
    <>
      <h1>{say('verifyTitle')}</h1>
      <p>{say('verifyIntro')}</p>
      <VerifyFile withHash />
    </>
  );
};
