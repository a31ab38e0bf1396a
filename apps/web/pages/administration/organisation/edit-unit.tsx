import { App, Checkbox, Form, Input, Modal, Select } from 'antd';
import { api } from '../../../api/client.js';
import type { Schemas } from '../../../api/client.js';
import { useRefresh } from '../../../api/refresh.js';
import { ProblemAlert } from '../../../parts/problem.js';
import { useWords } from '../../../words/words.js';
import { ORGANISATION } from './organisation.words.js';

type Unit = Schemas['Unit'];
interface Typed {
  readonly code: string;
  readonly name: string;
  readonly category: string;
  readonly sectorOffice?: string | null;
  readonly classified: boolean;
}

/** A unit or department gets another code, name, category or sector office; refused when somebody else changed it meanwhile. */
export const EditUnit = ({ unit, onClose }: { readonly unit: Unit; readonly onClose: () => void }) => {
  const say = useWords(ORGANISATION);
  const { message } = App.useApp();
  const refresh = useRefresh();
  const [form] = Form.useForm<Typed>();
  const offices = api.useQuery('get', '/api/v1/sector-offices', { params: { query: { district: unit.district, limit: 500 } } });
  const change = api.useMutation('patch', '/api/v1/units/{unit}', {
    onSuccess: async () => {
      void message.success(say('changed'));
      onClose();
      await refresh('/api/v1/units');
    },
  });
  const submit = ({ sectorOffice, ...typed }: Typed): void => {
    const params = { path: { unit: unit.id }, header: { 'If-Match': `"${String(unit.version)}"` } };
    change.mutate({ params, body: { ...typed, sectorOffice: sectorOffice ?? null } });
  };
  const rules = [{ required: true, whitespace: true, message: say('needed') }];
  const { code, name, category, sectorOffice, classified } = unit;
  return (
    <Modal
      open
      title={say('editTitle', { name })}
      okText={say('save')}
      confirmLoading={change.isPending}
      onOk={() => {
        form.submit();
      }}
      onCancel={onClose}
    >
      <Form
        form={form}
        name="edit-unit"
        layout="vertical"
        onFinish={submit}
        initialValues={{ code, name, category, sectorOffice, classified }}
      >
        {change.error ? <ProblemAlert error={change.error} /> : null}
        <Form.Item name="code" label={say('code')} rules={rules}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="name" label={say('name')} rules={rules}>
          <Input maxLength={120} />
        </Form.Item>
        <Form.Item name="category" label={say('category')} rules={rules}>
          <Input maxLength={120} />
        </Form.Item>
        <Form.Item name="sectorOffice" label={say('office')} extra={say('officeHint')}>
          <Select allowClear options={(offices.data?.items ?? []).map((it) => ({ value: it.id, label: it.name }))} />
        </Form.Item>
        <Form.Item name="classified" valuePropName="checked">
          <Checkbox>{say('classified')}</Checkbox>
        </Form.Item>
      </Form>
    </Modal>
  );
};
