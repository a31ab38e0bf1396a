import { Button, Card } from 'antd';
import { Link, Navigate, useNavigate, useSearchParams } from 'react-router';
import { LogInForm } from '../../app/session/log-in-form.js';
import { LOG_IN } from '../../app/session/log-in.words.js';
import { useSession, useTitle } from '../../app/session/session.js';
import { FRAME } from '../../app/frame/frame.words.js';
import { speak, useLanguage, useWords } from '../../words/words.js';

/** Only a path of this application. */
const safe = (to: string | null): string => (to?.startsWith('/') && !to.startsWith('//') ? to : '/work');

export const Component = () => {
  const say = useWords(LOG_IN);
  const frame = useWords(FRAME);
  const language = useLanguage();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const { data: session } = useSession();
  const to = safe(search.get('to'));
  useTitle(say('title'));
  if (session) return <Navigate to={to} replace />;
  return (
    <main style={{ minHeight: '100%', display: 'grid', placeItems: 'center', padding: 16 }}>
      <Card style={{ width: 'min(420px, 100%)' }}>
        <h1 style={{ fontSize: 22, margin: 0 }}>{say('heading')}</h1>
        <p style={{ color: '#595f69' }}>{say('slogan')}</p>
        <LogInForm onEntered={() => void navigate(to, { replace: true })} />
        <div style={{ display: 'flex', justifyContent: 'space-between', alignItems: 'center', marginTop: 16, flexWrap: 'wrap', gap: 8 }}>
          <Link to="/public">{say('public')}</Link>
          <Button type="text" onClick={() => void speak(language === 'zh' ? 'en' : 'zh')}>
            {frame('language')}
          </Button>
        </div>
      </Card>
    </main>
  );
};
