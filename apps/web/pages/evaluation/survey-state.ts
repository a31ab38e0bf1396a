import type { State } from '../../parts/states/states.js';

/** 设计中, 调查中, 已结束. */
export const surveyState = (status: 'drafting' | 'open' | 'closed'): State =>
  status === 'drafting' ? 'designing' : status === 'open' ? 'running' : 'closed';
