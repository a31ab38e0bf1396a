/** 文号 of the nth notice of a year. */
export const noticeNumber = (fiscalYear: number, n: number): string => `绩效反馈〔${String(fiscalYear)}〕${String(n)}号`;
