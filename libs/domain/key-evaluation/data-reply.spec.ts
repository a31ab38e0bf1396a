import { replyProblems } from './data-reply.js';

const ITEMS = ['立项批复', '验收报告'];
const answer = (item: number) => ({ item, provided: true, text: '见附件' });

it('every item is answered once, and nothing else', () => {
  expect(replyProblems(ITEMS, { answers: [answer(2), { ...answer(1), provided: false, text: '档案遗失' }] })).toEqual([]);
  expect(replyProblems(ITEMS, { answers: [answer(1), answer(1), answer(3)] }).map(({ path, code }) => `${path} ${code}`)).toEqual([
    'answers.1.item item-unknown',
    'answers.2.item item-unknown',
    'answers item-unanswered',
  ]);
});
