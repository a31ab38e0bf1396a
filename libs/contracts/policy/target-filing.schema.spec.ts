import { requiredMaterials, targetFilingPolicy } from './target-filing.schema.js';

const numbered = (number: string) => targetFilingPolicy.safeParse({ approvalReply: { number, issuer: '财政局' } }).success;

it('takes a document number that holds year and serial once each', () => {
  expect(['钢财绩〔{year}〕{serial}号', '{serial}/{year}'].map(numbered)).toEqual([true, true]);
  expect(['钢财绩〔2023〕{serial}号', '钢财绩〔{year}〕号', '{year}{serial}{serial}', ''].map(numbered)).toEqual([
    false,
    false,
    false,
    false,
  ]);
});

it('demands only fields that the form has, and lists a material once', () => {
  expect(targetFilingPolicy.safeParse({ required: { project: ['phone', 'schedule'] } }).success).toBe(true);
  expect(targetFilingPolicy.safeParse({ required: { project: ['annualGoal'] } }).success).toBe(false);
  const material = { material: 'survey', label: '社会调查' };
  expect([[material], [material, material]].map((it) => requiredMaterials.safeParse(it).success)).toEqual([true, false]);
});
