import { useWords } from '../../words/words.js';
import { hasRole, useMe } from '../../app/session/session.js';
import { Page } from '../../parts/page.js';
import { AccountPanel } from './account-panel.js';
import { AbsencePanel } from './absence-panel.js';
import { FeedPanel } from './feed-panel.js';
import { PasswordPanel } from './password-panel.js';
import { SessionsPanel } from './sessions-panel.js';
import { SETTINGS } from './settings.words.js';

/** What everybody rules for themselves: language, password, absence, calendar feed, log-ins. */
export const Component = () => {
  const say = useWords(SETTINGS);
  const me = useMe();
  const works = hasRole(me, 'bureau', 'sector-office', 'department', 'unit', 'agency', 'expert', 'system');
  return (
    <Page title={say('title')}>
      <div
        style={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 380px), 1fr))', gap: 12, alignItems: 'start' }}
      >
        <AccountPanel />
        <PasswordPanel />
        {works ? <AbsencePanel /> : null}
        <FeedPanel />
        <SessionsPanel />
      </div>
    </Page>
  );
};
