import { Menu } from 'antd';
import { Link, useLocation } from 'react-router';
import { STAGES } from '#domain/stage/stage.js';
import { STAGE_WORDS } from '../../words/terms.js';
import { useWords } from '../../words/words.js';
import { useMe, hasRole } from '../session/session.js';
import { FRAME } from './frame.words.js';

const KEYS = ['/work', '/year', '/administration', ...STAGES.map((it) => `/stages/${it}`)];

/** Left: one's work, the year, its stages in their order, and for those who look after the system its administration. */
export const Navigation = ({ onGo }: { readonly onGo?: () => void }) => {
  const say = useWords(FRAME);
  const stage = useWords(STAGE_WORDS);
  const me = useMe();
  const { pathname } = useLocation();
  const item = (to: string, label: string) => ({ key: to, label: <Link to={to}>{label}</Link> });
  const systemOnly = me.grants.every(({ role }) => role === 'system');
  const items = [
    ...(systemOnly ? [] : [item('/work', say('work')), item('/year', say('year'))]),
    ...(systemOnly
      ? []
      : [{ type: 'group' as const, label: say('stages'), children: STAGES.map((it) => item(`/stages/${it}`, stage(it))) }]),
    ...(hasRole(me, 'system', 'bureau') ? [{ type: 'divider' as const }, item('/administration', say('administration'))] : []),
  ];
  const current = KEYS.filter((it) => pathname.startsWith(it));
  return (
    <nav aria-label={say('navigation')}>
      <Menu mode="inline" selectedKeys={current} items={items} style={{ borderInlineEnd: 0 }} {...(onGo ? { onClick: onGo } : {})} />
    </nav>
  );
};
