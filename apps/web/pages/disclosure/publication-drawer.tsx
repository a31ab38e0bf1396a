import { App, Button, Drawer } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { api, http } from '../../api/client.js';
import type { Schemas } from '../../api/client.js';
import { hasRole, useMe } from '../../app/session/session.js';
import { AskReason } from '../../parts/ask/ask-reason.js';
import { InstantText } from '../../parts/day.js';
import { Panel, Read } from '../../parts/page.js';
import { useWords } from '../../words/words.js';
import { DISCLOSURE } from './disclosure.words.js';

type Publication = Schemas['Publication'];

const useCorrect = ({ id }: Publication) => {
  const say = useWords(DISCLOSURE);
  const queries = useQueryClient();
  const { message } = App.useApp();
  return async (reason: string, header: { 'Idempotency-Key': string }): Promise<void> => {
    const params = { path: { publication: id }, header };
    const { error } = await http.POST('/api/v1/publications/{publication}/corrections', { params, body: { reason } });
    if (error) throw error as unknown;
    void message.success(say('corrected'));
    await queries.invalidateQueries();
  };
};

const Correct = ({ publication }: { readonly publication: Publication }) => {
  const say = useWords(DISCLOSURE);
  const [isOpen, setOpen] = useState(false);
  const correct = useCorrect(publication);
  return (
    <>
      <Button
        onClick={() => {
          setOpen(true);
        }}
      >
        {say('correct')}
      </Button>
      {isOpen ? (
        <AskReason
          title={say('correctTitle')}
          consequences={say('correctText', { version: publication.version + 1 })}
          act={say('correct')}
          onAct={correct}
          onClose={() => {
            setOpen(false);
          }}
        />
      ) : null}
    </>
  );
};

const Versions = ({ publication }: { readonly publication: Publication }) => {
  const say = useWords(DISCLOSURE);
  const versions = api.useQuery('get', '/api/v1/publications/{publication}/versions', {
    params: { path: { publication: publication.id }, query: { limit: 100, sort: '-version' } },
  });
  return (
    <Read query={versions}>
      {({ items }) => (
        <ol style={{ margin: 0, paddingInlineStart: 0, listStyle: 'none', display: 'grid', gap: 12 }} aria-label={say('versions')}>
          {items.map(({ id, version, publishedAt, reason, hash }) => (
            <li key={id}>
              <Link to={`/public/publications/${id}`}>
                {say('version')} {version}
              </Link>{' '}
              <InstantText at={publishedAt} />
              <div>{reason ?? say('firstVersion')}</div>
              <div style={{ color: '#595f69', overflowWrap: 'anywhere' }}>{hash}</div>
            </li>
          ))}
        </ol>
      )}
    </Read>
  );
};

interface DrawerProps {
  readonly publication: Publication | undefined;
  readonly onClose: () => void;
}

/** One publication: its versions, and for the bureau the way to correct it. */
export const PublicationDrawer = ({ publication, onClose }: DrawerProps) => {
  const say = useWords(DISCLOSURE);
  const me = useMe();
  return (
    <Drawer
      open={publication !== undefined}
      mask={false}
      size={520}
      title={publication?.title ?? ''}
      onClose={onClose}
      styles={{ body: { background: '#f4f6f8' } }}
    >
      {publication ? (
        <div style={{ display: 'grid', gap: 12 }}>
          <div style={{ display: 'flex', gap: 12, alignItems: 'center', flexWrap: 'wrap' }}>
            {hasRole(me, 'bureau', 'department') ? <Correct publication={publication} /> : null}
            <Link to={`/public/publications/${publication.id}`}>{say('openPublic')}</Link>
          </div>
          <Panel title={say('versions')}>
            <Versions publication={publication} />
          </Panel>
        </div>
      ) : null}
    </Drawer>
  );
};
