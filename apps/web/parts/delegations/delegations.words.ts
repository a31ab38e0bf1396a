import { defineWords } from '../../words/words.js';

export const DELEGATIONS = defineWords(
  'delegations',
  {
    title: '委托',
    to: '受托人',
    from: '起',
    until: '止',
    delegate: '设置委托',
    delegated: '委托已设置。',
    end: '终止',
    endAsk: '终止对 {name} 的委托？',
    ended: '委托已终止。',
    none: '没有委托。',
  },
  {
    title: 'Delegations',
    to: 'Who acts meanwhile',
    from: 'From',
    until: 'Until',
    delegate: 'Delegate',
    delegated: 'Delegated.',
    end: 'End',
    endAsk: 'End the delegation to {name}?',
    ended: 'The delegation has ended.',
    none: 'There is no delegation.',
  },
);
