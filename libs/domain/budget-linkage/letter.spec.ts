import { letterSums, linkageLetterText } from './letter.js';
import type { DecidedProject } from './letter.js';

const decided = (code: string, treatment: DecidedProject['treatment'], before: string, after: string): DecidedProject => ({
  ...{ code, name: `项目${code}`, unit: '城市管理局', treatment, before, after, reason: '按规则。' },
});
const LETTER = { number: '钢财绩〔2023〕3号', issuer: '财政局', issuedOn: '2023-12-08', department: '城管局', fiscalYear: 2023 };

it('prints what was decided about each project, with exact sums', () => {
  const all = [
    decided('A', 'compress', '100.10', '90.05'),
    decided('B', 'maintain', '0.20', '0.20'),
    decided('C', 'prioritise', '1.00', '1.10'),
  ];
  expect(letterSums(all)).toEqual({ projects: 3, before: '101.30', after: '91.35' });
  const text = linkageLetterText({ ...LETTER, decided: all });
  expect(text).toContain('优先保障1项、保障1项、压缩1项；预算基数合计101.30元，安排合计91.35元，减少9.95元');
  expect(text).toContain('处理意见：保障，预算基数0.20元，安排0.20元，持平');
  expect(text).toContain('安排1.10元，增加0.10元');
  expect(text).toContain('2023年12月8日');
});
