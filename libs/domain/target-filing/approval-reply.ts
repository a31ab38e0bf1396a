import type { Day } from '#domain/policy/policy.js';
import { sumYuan } from '#domain/score/money.js';
import type { Yuan } from '#domain/score/money.js';
import type { Indicator, TargetContent } from './content.js';

/** How a district numbers and signs its replies: `钢财绩〔{year}〕{serial}号`, 济南市钢城区财政局. */
export interface ReplyRule {
  readonly number: string;
  readonly issuer: string;
}

/** 文号: the year in full, the serial without a leading zero (GB/T 9704-2012, 7.2.5). */
export const documentNumber = (rule: string, year: number, serial: number): string =>
  rule.replaceAll('{year}', String(year)).replaceAll('{serial}', String(serial));

export interface RepliedTarget {
  readonly name: string;
  readonly code: string | null;
  readonly unit: string;
  readonly content: TargetContent;
}

export interface Reply {
  readonly number: string;
  readonly issuer: string;
  readonly issuedOn: Day;
  readonly department: string;
  readonly fiscalYear: number;
  readonly targets: readonly RepliedTarget[];
}

const fundsOf = ({ content: { funds } }: RepliedTarget): Yuan => sumYuan([funds.fiscal, funds.carriedOver, funds.own, funds.other]);

const inWords = ({ level1, level2, level3, operator, targetValue, measureUnit, weight, core }: Indicator): string => {
  const value = operator === '定性' ? targetValue : `${operator}${targetValue}${measureUnit}`;
  return `    ${level1}／${level2}／${level3}：${value}（权重${weight}${core ? '，核心指标' : ''}）`;
};

const targetText = (target: RepliedTarget, index: number): string => {
  const code = target.code === null ? '' : `（${target.code}）`;
  return [
    `${String(index + 1)}. ${target.name}${code}`,
    `    实施单位：${target.unit}`,
    `    资金总额：${fundsOf(target)}元，其中财政拨款${sumYuan([target.content.funds.fiscal])}元`,
    `    年度目标：${target.content.annualGoal}`,
    ...target.content.indicators.map(inWords),
  ].join('\n');
};

/** `2023年11月5日` */
export const chineseDay = (day: Day): string => {
  const [year, month, date] = day.split('-').map(Number);
  return `${String(year)}年${String(month)}月${String(date)}日`;
};

/** The letter, as it is printed. What it approves may be changed only as a budget adjustment is (财预〔2015〕88号). */
export const replyText = ({ number, issuer, issuedOn, department, fiscalYear, targets }: Reply): string => `${number}

关于批复${String(fiscalYear)}年度绩效目标的通知

${department}：

    你部门报送的${String(fiscalYear)}年度绩效目标已经审核，现予批复，共${String(targets.length)}项，资金总额${sumYuan(targets.map(fundsOf))}元，详见附件。
    绩效目标批复后一般不予调整；确需调整的，按预算调整的程序重新申报。

附件：绩效目标批复表

    ${issuer}
    ${chineseDay(issuedOn)}

附件

绩效目标批复表

${targets.map(targetText).join('\n\n')}
`;
