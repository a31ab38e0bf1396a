import { useMe } from '../../app/session/session.js';
import { Delegations } from '../../parts/delegations/delegations.js';
import { Panel } from '../../parts/page.js';
import { useWords } from '../../words/words.js';
import { SETTINGS } from './settings.words.js';

/** Who acts for one during an absence. */
export const AbsencePanel = () => {
  const say = useWords(SETTINGS);
  const me = useMe();
  return (
    <Panel title={say('absence')}>
      <p style={{ margin: '0 0 8px', color: '#595f69' }}>{say('absenceHint')}</p>
      <Delegations person={me.person} />
    </Panel>
  );
};
