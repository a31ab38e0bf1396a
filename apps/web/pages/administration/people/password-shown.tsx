import { Alert, Typography } from 'antd';
import { useWords } from '../../../words/words.js';
import { PEOPLE } from './people.words.js';

/** A generated password, which is seen this once. */
export const PasswordShown = ({ password }: { readonly password: string }) => {
  const say = useWords(PEOPLE);
  return (
    <Alert
      type="success"
      title={say('password')}
      description={<Typography.Text copyable={{ text: password }}>{password}</Typography.Text>}
    />
  );
};
