import { Form, Input, Modal, Select } from 'antd';
import { api } from '../../../api/client.js';
import { useRefresh } from '../../../api/refresh.js';
import { ProblemAlert } from '../../../parts/problem.js';
import { COMMON } from '../../../words/terms.js';
import { useWords } from '../../../words/words.js';
import { PasswordShown } from './password-shown.js';
import { PEOPLE } from './people.words.js';

interface Typed {
  readonly name: string;
  readonly email: string;
  readonly phone?: string;
  readonly language: 'zh' | 'en';
  readonly district?: string;
}

/** A new account; its generated password is shown once. */
export const AddPerson = ({ onClose }: { readonly onClose: () => void }) => {
  const say = useWords(PEOPLE);
  const common = useWords(COMMON);
  const refresh = useRefresh();
  const [form] = Form.useForm<Typed>();
  const districts = api.useQuery('get', '/api/v1/districts', { params: { query: { limit: 200 } } });
  const add = api.useMutation('post', '/api/v1/people', { onSuccess: () => refresh('/api/v1/people') });
  const submit = ({ name, email, phone, language, district }: Typed): void => {
    add.mutate({ body: { name, email, language, phone: phone?.trim() ? phone : null, district: district ?? null, grants: [] } });
  };
  const rules = [{ required: true, message: say('needed') }];
  const places = (districts.data?.items ?? []).map((it) => ({ value: it.id, label: it.name }));
  return (
    <Modal
      open
      title={say('add')}
      okText={add.data ? common('close') : say('add')}
      confirmLoading={add.isPending}
      onOk={() => {
        if (add.data) onClose();
        else form.submit();
      }}
      onCancel={onClose}
    >
      {add.data ? (
        <PasswordShown password={add.data.password} />
      ) : (
        <Form form={form} layout="vertical" initialValues={{ language: 'zh' }} onFinish={submit}>
          {add.error ? <ProblemAlert error={add.error} /> : null}
          <Form.Item name="name" label={say('name')} rules={rules}>
            <Input maxLength={120} />
          </Form.Item>
          <Form.Item name="email" label={say('email')} rules={rules}>
            <Input inputMode="email" autoComplete="off" />
          </Form.Item>
          <Form.Item name="phone" label={say('phone')}>
            <Input maxLength={40} />
          </Form.Item>
          <Form.Item name="district" label={say('district')}>
            <Select allowClear options={places} />
          </Form.Item>
          <Form.Item name="language" label={say('language')}>
            <Select
              options={[
                { value: 'zh', label: say('zh') },
                { value: 'en', label: say('en') },
              ]}
            />
          </Form.Item>
        </Form>
      )}
    </Modal>
  );
};
