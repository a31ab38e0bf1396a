import { App, Button, Form, Input } from 'antd';
import { api } from '../../../api/client.js';
import { useRefresh } from '../../../api/refresh.js';
import { useMe } from '../../../app/session/session.js';
import { Panel, Read } from '../../../parts/page.js';
import { ProblemAlert } from '../../../parts/problem.js';
import { PlainTable } from '../../../parts/table/plain-table.js';
import { useJoin } from '../../../words/join.js';
import { useWords } from '../../../words/words.js';
import { ORGANISATION } from './organisation.words.js';

const MOST = 500;

const AddOffice = ({ district }: { readonly district: string }) => {
  const say = useWords(ORGANISATION);
  const { message } = App.useApp();
  const refresh = useRefresh();
  const [form] = Form.useForm<{ readonly name: string }>();
  const add = api.useMutation('post', '/api/v1/sector-offices', {
    onSuccess: async () => {
      void message.success(say('added'));
      form.resetFields();
      await refresh('/api/v1/sector-offices');
    },
  });
  return (
    <Form
      form={form}
      name="office"
      layout="inline"
      style={{ gap: 8, marginTop: 8 }}
      onFinish={({ name }) => {
        add.mutate({ body: { district, name: name.trim() } });
      }}
    >
      {add.error ? <ProblemAlert error={add.error} /> : null}
      <Form.Item name="name" label={say('newOffice')} rules={[{ required: true, whitespace: true, message: say('needed') }]}>
        <Input maxLength={120} style={{ width: 200 }} />
      </Form.Item>
      <Button htmlType="submit" loading={add.isPending}>
        {say('addOffice')}
      </Button>
    </Form>
  );
};

/** 归口业务科室: which departments each of them looks after. */
export const Offices = () => {
  const say = useWords(ORGANISATION);
  const join = useJoin();
  const district = useMe().grants.find(({ role }) => role === 'bureau')?.district ?? '';
  const offices = api.useQuery('get', '/api/v1/sector-offices', { params: { query: { district, limit: MOST } } });
  const query = { district, departmentsOnly: 'true', dissolved: 'false', limit: MOST } as const;
  const departments = api.useQuery('get', '/api/v1/units', { params: { query } });
  const of = (office: string): readonly string[] =>
    (departments.data?.items ?? []).filter(({ sectorOffice }) => sectorOffice === office).map(({ name }) => name);
  return (
    <Panel title={say('offices')}>
      <Read query={offices}>
        {({ items }) => (
          <PlainTable
            name={say('offices')}
            rows={items}
            rowKey={({ id }) => id}
            empty={say('noOffices')}
            columns={[
              { key: 'name', title: say('office'), width: 200, cell: ({ name }) => name },
              { key: 'count', title: say('count'), width: 90, align: 'right', cell: ({ id }) => of(id).length },
              { key: 'departments', title: say('looksAfter'), cell: ({ id }) => join(of(id)) || '—' },
            ]}
          />
        )}
      </Read>
      <AddOffice district={district} />
    </Panel>
  );
};
