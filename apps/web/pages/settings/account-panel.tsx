import { Descriptions, Radio } from 'antd';
import { useMe } from '../../app/session/session.js';
import { Panel } from '../../parts/page.js';
import { ROLE_WORDS } from '../../words/roles.js';
import { speak, useLanguage, useWords } from '../../words/words.js';
import type { Language } from '../../words/language.js';
import { SETTINGS } from './settings.words.js';

/** Who one is here, and in which language the pages speak. */
export const AccountPanel = () => {
  const say = useWords(SETTINGS);
  const roles = useWords(ROLE_WORDS);
  const me = useMe();
  const language = useLanguage();
  const options = (['zh', 'en'] as const).map((value) => ({ value, label: say(value) }));
  return (
    <Panel title={say('me')}>
      <Descriptions
        size="small"
        column={1}
        items={[
          { key: 'name', label: say('name'), children: me.name },
          { key: 'email', label: say('email'), children: me.email },
          {
            key: 'roles',
            label: say('roles'),
            children: me.grants.map(({ role, place }) => [roles(role), place].filter(Boolean).join(' · ')).join('；'),
          },
          { key: 'mail', label: say('mailLanguage'), children: say(me.language) },
          {
            key: 'language',
            label: say('language'),
            children: (
              <Radio.Group
                aria-label={say('language')}
                options={options}
                value={language}
                onChange={({ target }) => void speak(target.value as Language)}
              />
            ),
          },
        ]}
      />
      <p style={{ margin: '4px 0 0', color: '#595f69' }}>{say('changedBy')}</p>
    </Panel>
  );
};
