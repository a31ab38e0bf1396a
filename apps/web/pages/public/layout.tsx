import { Button, Skeleton } from 'antd';
import { Suspense } from 'react';
import { Link, NavLink, Outlet } from 'react-router';
import { FRAME } from '../../app/frame/frame.words.js';
import { COMMON } from '../../words/terms.js';
import { speak, useLanguage, useWords } from '../../words/words.js';
import { PUBLIC } from './public.words.js';
import './public.css';

/** What stands around every page that the public reads: no more than a name, two ways, and the language. */
export const Component = () => {
  const say = useWords(PUBLIC);
  const common = useWords(COMMON);
  const frame = useWords(FRAME);
  const language = useLanguage();
  return (
    <div className="portal">
      <a href="#content" className="skip-link">
        {common('skipToContent')}
      </a>
      <header>
        <div className="portal-width portal-bar">
          <Link to="/public">{say('title')}</Link>
          <nav aria-label={say('navigation')}>
            <NavLink to="/public" end>
              {say('home')}
            </NavLink>
            <NavLink to="/public/verify">{say('verify')}</NavLink>
            <Button lang={language === 'zh' ? 'en' : 'zh-CN'} onClick={() => void speak(language === 'zh' ? 'en' : 'zh')}>
              {frame('language')}
            </Button>
          </nav>
        </div>
      </header>
      <main id="content" tabIndex={-1} style={{ outline: 'none' }}>
        <div className="portal-width">
          <Suspense fallback={<Skeleton active />}>
            <Outlet />
          </Suspense>
        </div>
      </main>
      <footer>
        <div className="portal-width">
          {say('footer')} <Link to="/log-in">{say('staff')}</Link>
        </div>
      </footer>
    </div>
  );
};
