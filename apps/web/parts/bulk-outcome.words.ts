import { defineWords } from '../words/words.js';

export const BULK = defineWords(
  'bulk',
  { done: '已完成 {done} 项。', refused: '{count} 项没有完成：' },
  { done: 'Done: {done}. ', refused: 'Not done: {count}' },
);
