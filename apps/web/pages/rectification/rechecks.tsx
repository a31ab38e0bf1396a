import { Link } from 'react-router';
import { api } from '../../api/client.js';
import { DayText } from '../../parts/day.js';
import { Panel } from '../../parts/page.js';
import { ToneTag } from '../../parts/states/state-tag.js';
import { useWords } from '../../words/words.js';
import { RECTIFICATION } from './rectification.words.js';

/** 现场复核: what was found on site after the item was struck off; nothing where nobody has looked. */
export const Rechecks = ({ finding }: { readonly finding: string }) => {
  const say = useWords(RECTIFICATION);
  const { data } = api.useQuery('get', '/api/v1/rectification-rechecks', { params: { query: { finding, limit: 50 } } });
  if (!data || data.items.length === 0) return null;
  return (
    <Panel title={say('rechecks')}>
      <ul style={{ margin: 0, paddingInlineStart: 20, display: 'grid', gap: 4 }}>
        {data.items.map(({ document, confirmed, found, checkedOn, checkedBy }) => (
          <li key={document}>
            <ToneTag tone={confirmed ? 'done' : 'overdue'} sign={confirmed ? '✓' : '✕'}>
              {say(confirmed ? 'confirmed' : 'notConfirmed')}
            </ToneTag>{' '}
            <Link to={`/documents/${document}`}>
              <DayText day={checkedOn} />
            </Link>{' '}
            {checkedBy}
            {say('colon')}
            {found}
          </li>
        ))}
      </ul>
    </Panel>
  );
};
