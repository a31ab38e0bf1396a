import { App, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { amount } from '#contracts/api/fields.js';
import { api, once } from '../../api/client.js';
import { useRefresh } from '../../api/refresh.js';
import { ProblemAlert } from '../../parts/problem.js';
import { useWords } from '../../words/words.js';
import { ChooseActiveUnit } from './choose-active-unit.js';
import { PROJECTS } from './projects.words.js';

interface Typed {
  readonly code: string;
  readonly name: string;
  readonly attribute: 'new' | 'continuing';
  readonly class: 'ordinary' | 'key';
  readonly budget: string;
  readonly source: string;
}

interface NewProjectProps {
  readonly district: string;
  readonly fiscalYear: number;
  readonly unit?: string;
  readonly onClose: () => void;
  readonly onMade: () => void;
}

/** 登记新项目: a project that came during the year, with the document that its budget comes from. */
export const NewProject = ({ district, fiscalYear, unit: given, onClose, onMade }: NewProjectProps) => {
  const say = useWords(PROJECTS);
  const { message } = App.useApp();
  const refresh = useRefresh();
  const [form] = Form.useForm<Typed>();
  const [unit, setUnit] = useState<string | null>(given ?? null);
  const [header] = useState(once);
  const add = api.useMutation('post', '/api/v1/projects', {
    onSuccess: async () => {
      void message.success(say('added'));
      onMade();
      await refresh('/api/v1/projects');
    },
  });
  const submit = (typed: Typed): void => {
    if (unit !== null) add.mutate({ params: { header }, body: { ...typed, unit, fiscalYear } });
  };
  const needed = { required: true, whitespace: true, message: say('needed') };
  const isAmount = (_: unknown, it: string | undefined): Promise<void> =>
    it === undefined || it === '' || amount.safeParse(it.trim()).success
      ? Promise.resolve()
      : Promise.reject(new Error(say('amountWrong')));
  const options = (...keys: readonly ('new' | 'continuing' | 'ordinary' | 'key')[]) => keys.map((value) => ({ value, label: say(value) }));
  return (
    <Modal
      open
      title={say('add')}
      okText={say('add')}
      okButtonProps={{ disabled: unit === null }}
      confirmLoading={add.isPending}
      onOk={() => {
        form.submit();
      }}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" onFinish={submit} initialValues={{ attribute: 'new', class: 'ordinary' }}>
        {add.error ? <ProblemAlert error={add.error} /> : null}
        <div style={{ marginBottom: 16 }}>
          <ChooseActiveUnit label={say('unit')} district={district} value={unit} onChoose={setUnit} />
        </div>
        <Form.Item name="code" label={say('code')} rules={[needed]}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="name" label={say('name')} rules={[needed]}>
          <Input maxLength={120} />
        </Form.Item>
        <div style={{ display: 'grid', gap: 12, gridTemplateColumns: 'repeat(2, minmax(0, 1fr))' }}>
          <Form.Item name="attribute" label={say('attribute')}>
            <Select options={options('new', 'continuing')} />
          </Form.Item>
          <Form.Item name="class" label={say('class')}>
            <Select options={options('ordinary', 'key')} />
          </Form.Item>
        </div>
        <Form.Item name="budget" label={say('budget')} rules={[needed, { validator: isAmount }]} normalize={(it: string) => it.trim()}>
          <Input inputMode="decimal" maxLength={18} />
        </Form.Item>
        <Form.Item name="source" label={say('source')} rules={[needed]}>
          <Input maxLength={200} />
        </Form.Item>
      </Form>
    </Modal>
  );
};
