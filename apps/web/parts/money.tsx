import { Tooltip } from 'antd';
import { exact, show } from '#domain/score/exact.js';
import { COMMON } from '../words/terms.js';
import { useWords } from '../words/words.js';

const grouped = (text: string): string => text.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
const [whole, part] = [(it: string) => it.split('.')[0]!, (it: string) => it.split('.')[1]];
const withGroups = (it: string): string => [grouped(whole(it)), part(it)].filter((x) => x !== undefined).join('.');

/** Yuan as 万元 with two decimals, exactly rounded. */
export const inTenThousands = (yuan: string): string => withGroups(show(exact(yuan).div(10_000), 2));

/** An amount in 万元; the yuan stand in its hint. */
export const Money = ({ yuan }: { readonly yuan: string | null | undefined }) => {
  const say = useWords(COMMON);
  if (yuan === null || yuan === undefined || yuan === '') return <span className="numbers">—</span>;
  return (
    <Tooltip title={say('yuan', { amount: withGroups(yuan) })}>
      <span className="numbers">{inTenThousands(yuan)}</span>
    </Tooltip>
  );
};
