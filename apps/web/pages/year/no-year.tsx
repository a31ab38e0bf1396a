import { Button, Empty, Skeleton } from 'antd';
import { Link } from 'react-router';
import { hasRole, useMe } from '../../app/session/session.js';
import { useYear } from '../../app/year/year.js';
import { Page } from '../../parts/page.js';
import { useWords } from '../../words/words.js';
import { YEAR } from './year.words.js';

/** There is no year yet: what will stand here, and for the bureau the way to the first one. */
export const NoYear = () => {
  const say = useWords(YEAR);
  const me = useMe();
  const { isRead } = useYear();
  if (!isRead)
    return (
      <Page title={say('title')}>
        <Skeleton active />
      </Page>
    );
  return (
    <Page title={say('title')}>
      <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say('noYear')}>
        {hasRole(me, 'bureau') ? (
          <Link to="/year/new">
            <Button type="primary">{say('newYear')}</Button>
          </Link>
        ) : null}
      </Empty>
    </Page>
  );
};
