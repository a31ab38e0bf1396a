import { defineWords } from '../../words/words.js';

export const CHART = defineWords(
  'chart',
  { asTable: '以表格查看', showChart: '数据见图下的表格' },
  { asTable: 'Show as a table', showChart: 'The figures stand in the table below' },
);
