import { App, Button } from 'antd';
import { api, once } from '../../api/client.js';
import type { Schemas } from '../../api/client.js';
import { given } from '../../api/given.js';
import { PAGES, listed } from '../../api/pages.js';
import { sentenceOf } from '../../api/problem.js';
import { useRefresh } from '../../api/refresh.js';
import { hasRole, useMe } from '../../app/session/session.js';
import { Choose } from '../../parts/choose/choose.js';
import { useInAddress } from '../../parts/choose/use-in-address.js';
import { InstantText } from '../../parts/day.js';
import { ToneTag } from '../../parts/states/state-tag.js';
import type { Tone } from '../../parts/states/states.js';
import type { Column } from '../../parts/table/column.js';
import { ListTable } from '../../parts/table/list-table.js';
import { useWords } from '../../words/words.js';
import { AdministrationPage } from './administration-page.js';
import { ADMINISTRATION } from './administration.words.js';

type Mail = Schemas['Mail'];

const STATUSES = ['pending', 'sent', 'failed'] as const;
const LOOKS: Readonly<Record<(typeof STATUSES)[number], readonly [Tone, string]>> = {
  pending: ['act', '◔'],
  sent: ['done', '✓'],
  failed: ['overdue', '!'],
};

const Resend = ({ mail }: { readonly mail: Mail }) => {
  const say = useWords(ADMINISTRATION);
  const refresh = useRefresh();
  const { message } = App.useApp();
  const resend = api.useMutation('post', '/api/v1/mails/{mail}/resend', {
    onSuccess: async ({ address }) => {
      void message.success(say('resent', { address }));
      await refresh('/api/v1/mails');
    },
    onError: (error) => void message.error(sentenceOf(error)),
  });
  return (
    <Button
      size="small"
      aria-label={`${say('resend')} ${mail.personName} ${mail.at}`}
      loading={resend.isPending}
      onClick={() => {
        resend.mutate({ params: { path: { mail: mail.id }, header: once() } });
      }}
    >
      {say('resend')}
    </Button>
  );
};

const useColumns = (all: boolean): readonly Column<Mail>[] => {
  const say = useWords(ADMINISTRATION);
  const subject: Column<Mail> = { key: 'subject', title: say('mailSubject'), width: 420, text: (it) => it.subject ?? '' };
  const act: Column<Mail> = {
    key: 'resend',
    title: say('resend'),
    width: 100,
    text: () => '',
    show: (mail) => (mail.status === null ? null : <Resend mail={mail} />),
  };
  return [
    { key: 'at', title: say('mailAt'), width: 150, text: ({ at }) => at, show: ({ at }) => <InstantText at={at} /> },
    { key: 'to', title: say('mailTo'), width: 170, text: ({ personName }) => personName },
    { key: 'address', title: say('mailAddress'), width: 240, text: ({ address }) => address },
    ...(all ? [] : [subject]),
    {
      key: 'status',
      title: say('mailStatus'),
      width: 100,
      text: ({ status }) => (status ? say(status) : ''),
      show: ({ status }) =>
        status ? (
          <ToneTag tone={LOOKS[status][0]} sign={LOOKS[status][1]}>
            {say(status)}
          </ToneTag>
        ) : (
          '—'
        ),
    },
    { key: 'attempts', title: say('mailAttempts'), width: 70, align: 'right', text: ({ attempts }) => String(attempts ?? '') },
    { key: 'response', title: say('mailResponse'), width: 260, text: ({ response }) => response ?? '' },
    ...(all ? [act] : []),
  ];
};

/** What was mailed to whom, and how it stands; the system administrator sends again what did not leave. */
export const Component = () => {
  const say = useWords(ADMINISTRATION);
  const me = useMe();
  const all = hasRole(me, 'system');
  const { oneOf, set } = useInAddress();
  const status = oneOf('status', STATUSES);
  const query = { limit: 200, ...given({ status }) };
  const list = listed(api.useInfiniteQuery('get', '/api/v1/mails', { params: { query } }, PAGES));
  return (
    <AdministrationPage title={say('mails')} intro={say(all ? 'envelopes' : 'ownMails')}>
      <ListTable
        id="mails"
        name={say('mails')}
        columns={useColumns(all)}
        list={list}
        rowKey={({ id }) => id}
        empty={say('mailsEmpty')}
        filters={
          <Choose
            name={say('mailStatus')}
            value={status}
            onChoose={(it) => {
              set({ status: it });
            }}
            options={STATUSES.map((value) => ({ value, label: say(value) }))}
          />
        }
      />
    </AdministrationPage>
  );
};
