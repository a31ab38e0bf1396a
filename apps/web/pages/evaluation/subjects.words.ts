import { defineWords } from '../../words/words.js';

export const SUBJECTS = defineWords(
  'evaluation-subjects',
  {
    title: '新建整体、政策或专项债券评价对象',
    intro: '部门整体评价涵盖该部门的全部项目；政策和专项债券评价涵盖所列项目。新建后在上方像项目一样委托机构。',
    type: '评价类型',
    unit: '被评价单位',
    name: '政策或债券名称',
    projects: '所涉项目',
    make: '新建',
    made: '已新建：{name}。请在上方选择机构并委托。',
    subjects: '整体、政策与专项债券',
    projectsOf: '项目',
  },
  {
    title: 'A department as a whole, a policy or a special bond to be evaluated',
    intro: 'A department is evaluated with all its projects, a policy or bond with those listed. It is then assigned above like a project.',
    type: 'Type of evaluation',
    unit: 'Evaluated unit',
    name: 'Name of the policy or bond',
    projects: 'Projects covered',
    make: 'Create',
    made: 'Created: {name}. Choose an agency above and assign it.',
    subjects: 'Departments, policies and bonds',
    projectsOf: 'Projects',
  },
);
