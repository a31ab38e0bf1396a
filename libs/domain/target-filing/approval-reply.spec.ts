import { documentNumber, replyText } from './approval-reply.js';
import type { RepliedTarget } from './approval-reply.js';

const target = (name: string, fiscal: string): RepliedTarget => ({
  name,
  code: 'P1',
  unit: '城市管理局',
  content: {
    annualGoal: '全年保洁道路120公里。',
    indicators: [
      {
        level1: '产出',
        level2: '数量指标',
        level3: '保洁里程',
        operator: '≥',
        targetValue: '120',
        measureUnit: '公里',
        weight: '50',
        core: true,
      },
      {
        level1: '效益',
        level2: '社会效益',
        level3: '市容',
        operator: '定性',
        targetValue: '明显改善',
        measureUnit: '',
        weight: '30',
        core: false,
      },
    ],
    funds: { fiscal, carriedOver: '0', own: '0.1', other: '0' },
  },
});

it('numbers by the district’s rule', () => {
  expect(documentNumber('钢财绩〔{year}〕{serial}号', 2023, 12)).toBe('钢财绩〔2023〕12号');
});

it('prints what is approved, with exact sums', () => {
  const text = replyText({
    ...{ number: '钢财绩〔2023〕12号', issuer: '钢城区财政局', issuedOn: '2023-03-08', department: '城市管理局', fiscalYear: 2023 },
    targets: [target('环卫', '32011800.00'), target('公厕', '0.2')],
  });
  expect(text).toContain('钢财绩〔2023〕12号\n\n关于批复2023年度绩效目标的通知\n\n城市管理局：');
  expect(text).toContain('共2项，资金总额32011800.40元');
  expect(text).toContain('    产出／数量指标／保洁里程：≥120公里（权重50，核心指标）\n    效益／社会效益／市容：明显改善（权重30）');
  expect(text).toContain('    钢城区财政局\n    2023年3月8日');
  expect(text).toContain('2. 公厕（P1）\n    实施单位：城市管理局\n    资金总额：0.30元，其中财政拨款0.20元');
});
