import { Button, Popover } from 'antd';
import { Link, useNavigate } from 'react-router';
import { useLeave, useMe } from '../session/session.js';
import { useYear } from '../year/year.js';
import { Bell } from '../../pages/notifications/bell.js';
import { SearchBox } from '../../pages/search/search-box.js';
import { COMMON } from '../../words/terms.js';
import { speak, useLanguage, useWords } from '../../words/words.js';
import { FRAME } from './frame.words.js';

const YearSwitch = () => {
  const say = useWords(FRAME);
  const { campaign, campaigns, isRead, choose } = useYear();
  if (!campaign) return <span>{isRead ? say('noYear') : ''}</span>;
  return (
    <select
      aria-label={say('chooseYear')}
      value={campaign.id}
      onChange={({ target }) => {
        choose(target.value);
      }}
    >
      {campaigns.map((it) => (
        <option key={it.id} value={it.id}>
          {`${it.districtName} · ${say('yearOf', { year: it.fiscalYear })}`}
        </option>
      ))}
    </select>
  );
};

const Account = () => {
  const say = useWords(FRAME);
  const me = useMe();
  const leave = useLeave();
  const navigate = useNavigate();
  const content = (
    <div style={{ display: 'grid', gap: 8, minWidth: 180 }}>
      <span style={{ color: '#595f69' }}>{me.email}</span>
      <Link to="/settings">{say('settings')}</Link>
      <Button onClick={() => void leave().then(() => navigate('/log-in'))}>{say('logOut')}</Button>
    </div>
  );
  return (
    <Popover trigger="click" placement="bottomRight" content={content}>
      <Button type="text">{me.name} ▾</Button>
    </Popover>
  );
};

/** Product, district and year, language, account. */
export const TopBar = ({ openMenu }: { readonly openMenu: (() => void) | undefined }) => {
  const say = useWords(FRAME);
  const common = useWords(COMMON);
  const language = useLanguage();
  return (
    <header className="frame-top no-print">
      {openMenu ? (
        <Button aria-label={say('menu')} onClick={openMenu}>
          ☰
        </Button>
      ) : null}
      <Link to="/work" className="frame-product">
        {common('product')}
      </Link>
      <YearSwitch />
      <span style={{ marginInlineStart: 'auto' }} />
      {openMenu ? <Link to="/search">{common('search')}</Link> : <SearchBox />}
      <Bell />
      <Button type="text" lang={language === 'zh' ? 'en' : 'zh-CN'} onClick={() => void speak(language === 'zh' ? 'en' : 'zh')}>
        {say('language')}
      </Button>
      <Account />
    </header>
  );
};
