import { Alert } from 'antd';
import { useWords } from '../../words/words.js';
import { PREVIEW } from './preview.words.js';

/** A file that its own type does not explain. */
export const Broken = () => {
  const say = useWords(PREVIEW);
  return <Alert type="warning" showIcon title={say('broken')} />;
};
