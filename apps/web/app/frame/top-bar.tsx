import { Button, Dropdown, Layout, Select } from 'antd';
import { Link, useNavigate } from 'react-router';
import { useMe, useLeave } from '../session/session.js';
import { useYear } from '../year/year.js';
import { COMMON } from '../../words/terms.js';
import { speak, useLanguage, useWords } from '../../words/words.js';
import { FRAME } from './frame.words.js';

const YearSwitch = () => {
  const say = useWords(FRAME);
  const { campaign, campaigns, choose } = useYear();
  if (!campaign) return <span>{say('noYear')}</span>;
  return (
    <Select
      aria-label={say('chooseYear')}
      value={campaign.id}
      onChange={choose}
      style={{ minWidth: 150 }}
      options={campaigns.map((it) => ({ value: it.id, label: `${it.districtName} · ${say('yearOf', { year: it.fiscalYear })}` }))}
    />
  );
};

/** Product, district and year, language, account. */
export const TopBar = ({ openMenu }: { readonly openMenu?: () => void }) => {
  const say = useWords(FRAME);
  const common = useWords(COMMON);
  const me = useMe();
  const leave = useLeave();
  const navigate = useNavigate();
  const language = useLanguage();
  return (
    <Layout.Header className="no-print" style={{ display: 'flex', alignItems: 'center', gap: 12, borderBottom: '1px solid #dfe3e8' }}>
      {openMenu ? (
        <Button aria-label={say('menu')} onClick={openMenu}>
          ☰
        </Button>
      ) : null}
      <Link to="/work" style={{ fontSize: 18, fontWeight: 700, color: '#1c4f9c', whiteSpace: 'nowrap' }}>
        {common('product')}
      </Link>
      <YearSwitch />
      <span style={{ marginInlineStart: 'auto' }} />
      <Button type="text" lang={language === 'zh' ? 'en' : 'zh-CN'} onClick={() => void speak(language === 'zh' ? 'en' : 'zh')}>
        {say('language')}
      </Button>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'mail', label: me.email, disabled: true },
            { key: 'leave', label: say('logOut') },
          ],
          onClick: ({ key }) => {
            if (key === 'leave') void leave().then(() => navigate('/log-in'));
          },
        }}
      >
        <Button type="text" aria-label={say('account')}>
          {me.name} ▾
        </Button>
      </Dropdown>
    </Layout.Header>
  );
};
