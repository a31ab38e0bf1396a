import { Link } from 'react-router';
import { api } from '../../api/client.js';
import { Money } from '../../parts/money.js';
import { useWords } from '../../words/words.js';
import './rectification.css';
import { RECTIFICATION } from './rectification.words.js';

/** The year's totals in one line; numbers lead to their rows. */
export const Sums = ({ campaign }: { readonly campaign: string }) => {
  const say = useWords(RECTIFICATION);
  const { data } = api.useQuery('get', '/api/v1/campaigns/{campaign}/rectification-totals', { params: { path: { campaign } } });
  if (!data) return null;
  const here = '/stages/rectification/checklist';
  return (
    <ul
      style={{ display: 'flex', gap: 20, margin: 0, padding: 0, listStyle: 'none', flexWrap: 'wrap' }}
      aria-label={say('totals')}
      className="rectification-sums"
    >
      <li>
        {say('problems')} <Link to={here}>{data.problems}</Link>
      </li>
      <li>
        {say('rectified')} <Link to={`${here}?state=struckOff`}>{data.rectified}</Link>
      </li>
      <li>
        {say('partly')} <Link to={`${here}?state=rectifying`}>{data.partlyRectified}</Link>
      </li>
      <li>
        {say('recovered')}
        {say('tenThousand')} <Money yuan={data.recoveredAmount} />
      </li>
      <li>
        {say('adjusted')}
        {say('tenThousand')} <Money yuan={data.adjustedAmount} />
      </li>
      <li>
        {say('adjustedProjects')} {data.adjustedProjects} · {say('cancelledProjects')} {data.cancelledProjects}
      </li>
    </ul>
  );
};
