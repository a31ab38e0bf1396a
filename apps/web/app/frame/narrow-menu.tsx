import { Drawer } from 'antd';
import { useWords } from '../../words/words.js';
import { FRAME } from './frame.words.js';
import { Navigation } from './navigation.js';

/** The navigation on a narrow screen, over the page. */
const NarrowMenu = ({ close }: { readonly close: () => void }) => {
  const say = useWords(FRAME);
  return (
    <Drawer placement="left" size={260} open title={say('menu')} onClose={close} styles={{ body: { padding: 0 } }}>
      <Navigation onGo={close} />
    </Drawer>
  );
};

export default NarrowMenu;
