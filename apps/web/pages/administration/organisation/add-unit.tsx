import { App, Form, Input, Modal, Select } from 'antd';
import { api } from '../../../api/client.js';
import { useRefresh } from '../../../api/refresh.js';
import { useMe } from '../../../app/session/session.js';
import { ProblemAlert } from '../../../parts/problem.js';
import { useWords } from '../../../words/words.js';
import { ORGANISATION } from './organisation.words.js';

interface Typed {
  readonly code: string;
  readonly name: string;
  readonly parent?: string;
  readonly sectorOffice?: string;
}

/** A new department, or a unit below one, in the district whose bureau one is. */
export const AddUnit = ({ onClose }: { readonly onClose: () => void }) => {
  const say = useWords(ORGANISATION);
  const { message } = App.useApp();
  const refresh = useRefresh();
  const district = useMe().grants.find(({ role }) => role === 'bureau')?.district ?? '';
  const [form] = Form.useForm<Typed>();
  const departments = api.useQuery('get', '/api/v1/units', { params: { query: { district, departmentsOnly: 'true', limit: 500 } } });
  const offices = api.useQuery('get', '/api/v1/sector-offices', { params: { query: { district, limit: 500 } } });
  const add = api.useMutation('post', '/api/v1/units', {
    onSuccess: async () => {
      void message.success(say('added'));
      onClose();
      await refresh('/api/v1/units');
    },
  });
  const submit = ({ code, name, parent, sectorOffice }: Typed): void => {
    add.mutate({ body: { district, code, name, parent: parent ?? null, sectorOffice: sectorOffice ?? null } });
  };
  const rules = [{ required: true, message: say('needed') }];
  return (
    <Modal
      open
      title={say('add')}
      okText={say('add')}
      confirmLoading={add.isPending}
      onOk={() => {
        form.submit();
      }}
      onCancel={onClose}
    >
      <Form form={form} name="add-unit" layout="vertical" onFinish={submit}>
        {add.error ? <ProblemAlert error={add.error} /> : null}
        <Form.Item name="code" label={say('code')} rules={rules}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="name" label={say('name')} rules={rules}>
          <Input maxLength={120} />
        </Form.Item>
        <Form.Item name="parent" label={say('parent')}>
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            options={(departments.data?.items ?? [])
              .filter(({ dissolvedOn }) => dissolvedOn === null)
              .map((it) => ({ value: it.id, label: `${it.code} ${it.name}` }))}
          />
        </Form.Item>
        <Form.Item name="sectorOffice" label={say('office')}>
          <Select allowClear options={(offices.data?.items ?? []).map((it) => ({ value: it.id, label: it.name }))} />
        </Form.Item>
      </Form>
    </Modal>
  );
};
