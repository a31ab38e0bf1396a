import type { TrailType } from '#contracts/trail-type.js';
import { defineWords } from '../../words/words.js';
import { TRAIL_EN } from './trail.en.js';
import { TRAIL_ZH } from './trail.zh.js';

/** The one table of what an entry of the audit trail says; `{…}` is filled from its detail. A type without a sentence does not compile. */
export const TRAIL = defineWords('trail', TRAIL_ZH satisfies Readonly<Record<TrailType, string>>, TRAIL_EN);

export type TrailKey = keyof typeof TRAIL_ZH;

export const isTrailKey = (it: string): it is TrailKey => Object.hasOwn(TRAIL_ZH, it);

const streamsZh = {
  obligation: '任务',
  document: '材料',
  campaign: '年度',
  project: '项目',
  evaluation: '重点评价',
  publication: '公开内容',
  'approval-reply': '批复',
  'linkage-document': '结果应用文书',
  policy: '政策',
  calendar: '工作日历',
  'indicator-library': '指标库',
  district: '地区',
  unit: '单位',
  'sector-office': '归口科室',
  agency: '第三方机构',
  person: '人员',
  rehearsal: '演练',
  webhook: '消息推送',
  mail: '邮件',
  system: '系统',
} as const;

export type Stream = keyof typeof streamsZh;
export const STREAMS = Object.keys(streamsZh) as readonly Stream[];
export const isStream = (it: string): it is Stream => Object.hasOwn(streamsZh, it);

/** The kinds of things whose history is kept. */
export const STREAM_WORDS = defineWords('streams', streamsZh, {
  obligation: 'Task',
  document: 'Document',
  campaign: 'Year',
  project: 'Project',
  evaluation: 'Key evaluation',
  publication: 'Publication',
  'approval-reply': 'Approval reply',
  'linkage-document': 'Linkage letter',
  policy: 'Policy',
  calendar: 'Calendar',
  'indicator-library': 'Indicator library',
  district: 'District',
  unit: 'Unit',
  'sector-office': 'Sector office',
  agency: 'Agency',
  person: 'Person',
  rehearsal: 'Rehearsal',
  webhook: 'Webhook',
  mail: 'Mail',
  system: 'System',
});
