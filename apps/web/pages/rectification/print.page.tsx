import { Button, Skeleton } from 'antd';
import { useEffect } from 'react';
import { exact } from '#domain/score/exact.js';
import { sumYuan } from '#domain/score/money.js';
import { useTitle } from '../../app/session/session.js';
import { dayOfInstant, useCalendar, useYear } from '../../app/year/year.js';
import type { Campaign } from '../../app/year/year.js';
import { useInAddress } from '../../parts/choose/use-in-address.js';
import { inTenThousands } from '../../parts/money.js';
import { ProblemAlert } from '../../parts/problem.js';
import { STATE_WORDS } from '../../parts/states/states.js';
import { COMMON } from '../../words/terms.js';
import { useWords } from '../../words/words.js';
import { NoYear } from '../year/no-year.js';
import { stateOf, useItems } from './items.js';
import type { Item } from './items.js';
import { RECTIFICATION } from './rectification.words.js';
import './print.css';

const Line = ({ item, index }: { readonly item: Item; readonly index: number }) => {
  const say = useWords(RECTIFICATION);
  const state = useWords(STATE_WORDS);
  const amounts = [
    ['recovered', item.recoveredAmount],
    ['adjusted', item.adjustedAmount],
  ] as const;
  const results = amounts.flatMap(([name, yuan]) => (exact(yuan).n === 0n ? [] : [`${say(name)} ${inTenThousands(yuan)}`]));
  const rest =
    item.remaining === null ? [] : [`${say('remaining')}：${say('remainingBy', { text: item.remaining, day: item.remainingBy ?? '' })}`];
  return (
    <tr>
      <td>{index + 1}</td>
      <td>{`${item.noticeNumber}-${String(item.number)}`}</td>
      <td>
        {item.unitName}
        <br />
        {item.projectName}
      </td>
      <td>{item.problem}</td>
      <td>{item.measure ?? ''}</td>
      <td>{item.personInCharge ?? ''}</td>
      <td className="numbers">{item.dueOn ?? ''}</td>
      <td>{state(stateOf(item))}</td>
      <td>{item.evidence.join('；')}</td>
      <td>{[...results, ...rest].join('；')}</td>
    </tr>
  );
};

const Summary = ({ rows }: { readonly rows: readonly Item[] }) => {
  const say = useWords(RECTIFICATION);
  const amount = (of: (it: Item) => string): string => inTenThousands(sumYuan(rows.map(of)));
  return (
    <p>
      {say('sum', {
        problems: rows.length,
        rectified: rows.filter((it) => it.struckOffAt !== null).length,
        partly: rows.filter((it) => it.struckOffAt === null && it.reports > 0).length,
        recovered: amount((it) => it.recoveredAmount),
        adjusted: amount((it) => it.adjustedAmount),
      })}
    </p>
  );
};

/** The whole page is printed across, what stands around the list included. */
const useLandscape = (): void => {
  useEffect(() => {
    document.documentElement.classList.add('landscape-page');
    return () => {
      document.documentElement.classList.remove('landscape-page');
    };
  }, []);
};

const Checklist = ({ campaign }: { readonly campaign: Campaign }) => {
  const say = useWords(RECTIFICATION);
  const common = useWords(COMMON);
  const { get } = useInAddress();
  const items = useItems(campaign.id);
  const { data: calendar } = useCalendar(campaign.id);
  const title = say('printTitle', { district: campaign.districtName, year: campaign.fiscalYear });
  useTitle(title);
  useLandscape();
  if (items.error) return <ProblemAlert error={items.error} retry={items.readAgain} />;
  if (items.isFirst || !calendar) return <Skeleton active />;
  const [first] = items.rows;
  const scope = get('unit') ? first?.unitName : get('department') ? first?.departmentName : undefined;
  return (
    <div className="landscape">
      <Button
        className="no-print"
        type="primary"
        onClick={() => {
          window.print();
        }}
      >
        {common('print')}
      </Button>
      <h1>{title}</h1>
      <div className="landscape-head">
        <span>{say('printScope', { scope: scope ?? say('everything') })}</span>
        <span>{say('printedOn', { day: dayOfInstant(calendar.now) })}</span>
      </div>
      <div className="landscape-table" tabIndex={0} role="region" aria-label={title}>
        <table aria-label={title}>
          <thead>
            <tr>
              <th scope="col">{say('number')}</th>
              <th scope="col">{say('notice')}</th>
              <th scope="col">{`${common('unit')} / ${common('project')}`}</th>
              <th scope="col">{say('problem')}</th>
              <th scope="col">{say('measure')}</th>
              <th scope="col">{say('person')}</th>
              <th scope="col">{common('due')}</th>
              <th scope="col">{common('status')}</th>
              <th scope="col">{say('proof')}</th>
              <th scope="col">{`${say('result')}${say('tenThousand')}`}</th>
            </tr>
          </thead>
          <tbody>
            {items.rows.map((item, index) => (
              <Line key={item.finding} item={item} index={index} />
            ))}
          </tbody>
        </table>
      </div>
      {items.rows.length === 0 ? <p>{say('empty')}</p> : <Summary rows={items.rows} />}
      <div className="landscape-signs">
        <span>{say('signUnit')}</span>
        <span>{say('signHead')}</span>
        <span>{say('signVerifier')}</span>
      </div>
    </div>
  );
};

/** 整改清单 as it is printed and signed. */
export const Component = () => {
  const { campaign } = useYear();
  return campaign ? <Checklist campaign={campaign} /> : <NoYear />;
};
