import { Checkbox, Form, Input, Radio } from 'antd';
import type { Schemas } from '../../api/client.js';
import { useWords } from '../../words/words.js';
import { SURVEY } from './survey.words.js';

type Asked = Schemas['Survey']['questions'][number];

const LONGEST = 1000;

const Choices = ({ options, most, ...given }: { readonly options: readonly string[]; readonly most: number }) => {
  const shown = options.map((it) => ({ label: it, value: it }));
  return most > 1 ? <Checkbox.Group {...given} options={shown} /> : <Radio.Group {...given} options={shown} />;
};

/** One question as the respondent sees it. */
export const Question = ({ question, number }: { readonly question: Asked; readonly number: number }) => {
  const say = useWords(SURVEY);
  const { key, text, options, most, optional } = question;
  const several = most > 1;
  const few = { type: 'array' as const, max: most, message: say('most', { most }) };
  return (
    <Form.Item
      name={['answers', key]}
      label={`${String(number)}. ${text}`}
      {...(several ? { extra: say('most', { most }) } : {})}
      rules={[...(optional ? [] : [{ required: true, message: say('required') }]), ...(several ? [few] : [])]}
    >
      {options ? <Choices options={options} most={most} /> : <Input.TextArea rows={3} maxLength={LONGEST} showCount />}
    </Form.Item>
  );
};
