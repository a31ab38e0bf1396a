import { Button } from 'antd';
import { useState } from 'react';
import { weekdayOf } from '../../../parts/day.js';
import { Panel } from '../../../parts/page.js';
import { useLanguage, useWords } from '../../../words/words.js';
import { CalendarPreview } from './calendar-preview.js';
import type { ChangedDay } from './calendar-preview.js';
import { CALENDAR } from './calendar.words.js';
import { Publish } from './publish.js';
import type { Version } from './versions.js';

interface EditPanelProps {
  readonly version: Version;
  readonly changes: readonly ChangedDay[];
  readonly onUndo: (day: string) => void;
  readonly onUndoAll: () => void;
  readonly onMade: (version: string) => void;
}

/** Changes that are not published: taken back, looked at, published. */
export const EditPanel = ({ version, changes, onUndo, onUndoAll, onMade }: EditPanelProps) => {
  const say = useWords(CALENDAR);
  const language = useLanguage();
  const [isAsking, setAsking] = useState(false);
  if (changes.length === 0)
    return (
      <Panel title={say('edit')}>
        <p style={{ margin: 0, color: '#595f69' }}>{`${say('nothing')}${language === 'en' ? ' ' : ''}${say('editHint')}`}</p>
      </Panel>
    );
  return (
    <Panel title={say('edit')}>
      <div style={{ display: 'grid', gap: 10, gridTemplateColumns: 'minmax(0, 1fr)' }}>
        <ul className="calendar-pending">
          {changes.map(({ day, working }) => (
            <li key={day}>
              {say('becomes', { day: `${day}${weekdayOf(day, language)}`, state: say(working ? 'onWord' : 'offWord') })}
              <Button
                type="link"
                size="small"
                aria-label={say('undo', { day })}
                onClick={() => {
                  onUndo(day);
                }}
              >
                ×
              </Button>
            </li>
          ))}
        </ul>
        <CalendarPreview version={version.version} changes={changes} />
        <div style={{ display: 'flex', gap: 8 }}>
          <Button
            type="primary"
            onClick={() => {
              setAsking(true);
            }}
          >
            {say('publish')}
          </Button>
          <Button onClick={onUndoAll}>{say('undoAll')}</Button>
        </div>
      </div>
      {isAsking ? (
        <Publish
          basedOn={version}
          changes={changes}
          onMade={onMade}
          onClose={() => {
            setAsking(false);
          }}
        />
      ) : null}
    </Panel>
  );
};
