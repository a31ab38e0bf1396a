import { draftNotice, noticeProblems } from './notice.js';

const ACCEPTED = [
  { problem: '未开展满意度调查', recommendation: '开展问卷调查' },
  { problem: '支出进度偏慢', recommendation: null },
];

it('a notice is drafted from the accepted problems, each with its recommendation', () => {
  expect(draftNotice(ACCEPTED, '2023-10-31')).toEqual({
    items: [{ problem: '未开展满意度调查', recommendation: '开展问卷调查' }, { problem: '支出进度偏慢' }],
    rectifyBy: '2023-10-31',
  });
});

it('may add a problem and change the advice, but not drop a problem', () => {
  const more = {
    items: [{ problem: '支出进度偏慢', recommendation: '按季考核' }, { problem: '未开展满意度调查' }, { problem: '档案不全' }],
  };
  expect(noticeProblems(ACCEPTED, more)).toEqual([]);
  expect(noticeProblems(ACCEPTED, { items: [{ problem: '支出进度偏慢' }] })).toEqual([
    { path: 'items', zh: '遗漏评价报告的问题：未开展满意度调查', en: 'a problem of the report is left out: 未开展满意度调查' },
  ]);
});
