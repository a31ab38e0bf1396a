import type { Schemas } from '../api/client.js';
import { defineWords } from './words.js';

export type RoleName = Schemas['Grant']['role'];

const zh: Readonly<Record<RoleName, string>> = {
  bureau: '财政绩效管理',
  'sector-office': '归口科室',
  department: '主管部门',
  unit: '预算单位',
  agency: '第三方机构',
  expert: '评审专家',
  observer: '监督查阅',
  system: '系统管理员',
};
const en: Readonly<Record<RoleName, string>> = {
  bureau: 'Performance office',
  'sector-office': 'Sector office',
  department: 'Department',
  unit: 'Unit',
  agency: 'Agency',
  expert: 'Expert',
  observer: 'Observer',
  system: 'System administrator',
};

export const ROLES = Object.keys(zh) as readonly RoleName[];
export const isRole = (it: string): it is RoleName => Object.hasOwn(zh, it);

/** What a person may be here. */
export const ROLE_WORDS = defineWords('roles', zh, en);
