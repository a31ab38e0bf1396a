import { AutoComplete, Form, Input, Select } from 'antd';
import type { FormInstance } from 'antd';
import type { Schemas } from '../../../api/client.js';
import { useWords } from '../../../words/words.js';
import { LEVEL1, OPERATORS } from '#domain/target-filing/content.js';
import { USUAL_LEVEL2, valueFits } from '#domain/target-filing/library.js';
import type { EntryFields } from '#domain/target-filing/library.js';
import { LIBRARY } from './library.words.js';

type Entry = Schemas['IndicatorEntry'];

const options = (values: readonly string[]) => values.map((value) => ({ value, label: value }));
const contains = (typed: string, option: { readonly value: string } | undefined): boolean => option?.value.includes(typed) ?? false;

interface EntryFormProps {
  readonly form: FormInstance<EntryFields>;
  readonly entry: Entry | null;
  readonly sectors: readonly string[];
  readonly onFinish: (fields: EntryFields) => void;
}

/** The fields of one indicator, with what is usual to choose from. */
export const EntryForm = ({ form, entry, sectors, onFinish }: EntryFormProps) => {
  const say = useWords(LIBRARY);
  const needed = { required: true, whitespace: true, message: say('needed') };
  const level1 = Form.useWatch('level1', form);
  const fits = () => (valueFits(form.getFieldsValue()) ? Promise.resolve() : Promise.reject(new Error(say('valueUnfit'))));
  const initial: Partial<EntryFields> = entry ?? { operator: '≥', usualValue: '', measureUnit: '' };
  const finish = (): void => {
    const { sector, level1: first, level2, level3, operator, usualValue = '', measureUnit = '', source } = form.getFieldsValue();
    const texts = { sector, level2, level3, usualValue, measureUnit, source };
    const trimmed = Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, text.trim()])) as typeof texts;
    onFinish({ ...trimmed, level1: first, operator });
  };
  return (
    <Form form={form} layout="vertical" initialValues={initial} onFinish={finish} scrollToFirstError>
      <Form.Item name="sector" label={say('sector')} rules={[needed]} extra={say('sectorHint')}>
        <AutoComplete options={options(sectors)} showSearch={{ filterOption: contains }} maxLength={120} />
      </Form.Item>
      <Form.Item name="level1" label={say('level1')} rules={[{ required: true, message: say('needed') }]}>
        <Select options={options(LEVEL1)} />
      </Form.Item>
      <Form.Item name="level2" label={say('level2')} rules={[needed]} extra={say('level2Hint')}>
        <AutoComplete options={options(USUAL_LEVEL2[level1] ?? [])} maxLength={120} />
      </Form.Item>
      <Form.Item name="level3" label={say('level3')} rules={[needed]}>
        <Input maxLength={120} />
      </Form.Item>
      <Form.Item name="operator" label={say('operator')} rules={[{ required: true, message: say('needed') }]}>
        <Select options={options(OPERATORS)} />
      </Form.Item>
      <Form.Item name="usualValue" label={say('usualValue')} dependencies={['operator']} rules={[{ validator: fits }]}>
        <Input maxLength={500} />
      </Form.Item>
      <Form.Item name="measureUnit" label={say('measureUnit')}>
        <Input maxLength={20} />
      </Form.Item>
      <Form.Item name="source" label={say('source')} rules={[needed]} extra={say('sourceHint')}>
        <Input maxLength={120} />
      </Form.Item>
    </Form>
  );
};
