import { Modal } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useWords } from '../../words/words.js';
import { FRAME } from '../frame/frame.words.js';
import { sessionRenewed } from './expired.js';
import { LogInForm } from './log-in-form.js';
import { useMe } from './session.js';

/** One logs in above the page, which keeps what was typed; somebody else's log-in opens the page anew. */
const ExpiredDialog = () => {
  const say = useWords(FRAME);
  const me = useMe();
  const queries = useQueryClient();
  return (
    <Modal open title={say('expiredTitle')} footer={null} closable={false} keyboard={false} mask={{ closable: false }} destroyOnHidden>
      <p>{say('expiredText')}</p>
      <LogInForm
        onEntered={({ person }) => {
          if (person !== me.person) {
            location.reload();
            return;
          }
          sessionRenewed();
          void queries.invalidateQueries();
        }}
      />
    </Modal>
  );
};

export default ExpiredDialog;
