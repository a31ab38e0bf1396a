import type { Stage } from '../support/stage.js';
import { confirmed, openedFrom, statusOf, taskOf } from './documents.js';

const CORRECTED = '92.5';
const REASON = '满意度调查问卷数量不足，佐证材料与填报值不符，扣减 7.28 分。';

/** 29 March 2023: what the seed has drawn is checked by the bureau, which corrects one self-score. */
export const spotCheck = (stage: Stage): void => {
  let document: string;
  let title: string;

  beforeAll(async () => {
    await stage.year.until('2023-03-29');
    ({ document, title } = await taskOf(stage.year, 'bureau', 'spot-check'));
  }, 400_000);

  it('the draw stands with its list and seed, and is verified by drawing again', async () => {
    const bureau = await stage.visit('bureau');
    const { page } = bureau;
    await bureau.open('/stages/self-evaluation/draws');
    await page.getByText('结果与记录一致').waitFor();
    await page
      .getByRole('cell', { name: title.replace('抽查复核：', '') })
      .first()
      .waitFor();
    await bureau.shot('journey-spot-check-draw');
    expect(bureau.complained()).toEqual([]);
    await bureau.leave();
  });

  it('the bureau corrects the score beside the self-score, which is flagged as untrue', async () => {
    const bureau = await stage.visit('bureau');
    const { page } = bureau;
    await openedFrom(bureau, '/work', title);
    await page.getByRole('region', { name: '所复核的自评得分' }).getByRole('link', { name: '查看自评表' }).waitFor();
    await page.getByLabel('复核得分', { exact: true }).fill(CORRECTED);
    await page.getByLabel('理由', { exact: true }).fill(REASON);
    await bureau.shot('journey-spot-check');
    await confirmed(bureau, '提交');
    expect(await statusOf(stage.year, document)).toBe('approved');
    await bureau.open('/stages/self-evaluation/scores?truth=untrue');
    await page
      .getByRole('link', { name: title.replace('抽查复核：', '') })
      .first()
      .waitFor();
    await bureau.shot('journey-spot-check-untrue');
    expect(bureau.complained()).toEqual([]);
    await bureau.leave();
  });
};
