import { Checkbox, Input } from 'antd';
import { useId, useState } from 'react';
import { api } from '../../../api/client.js';
import { useRefresh } from '../../../api/refresh.js';
import { AskReason } from '../../../parts/ask/ask-reason.js';
import { useWords } from '../../../words/words.js';
import type { ChangedDay } from './calendar-preview.js';
import { CALENDAR } from './calendar.words.js';
import type { Version } from './versions.js';

interface PublishProps {
  readonly basedOn: Version;
  readonly changes: readonly ChangedDay[];
  readonly onClose: () => void;
  readonly onMade: (version: string) => void;
}

/** Publishes changed days as a new version of the year: why, and by which document. */
export const Publish = ({ basedOn, changes, onClose, onMade }: PublishProps) => {
  const say = useWords(CALENDAR);
  const id = useId();
  const refresh = useRefresh();
  const [source, setSource] = useState('');
  const [provisional, setProvisional] = useState(basedOn.provisional);
  const make = api.useMutation('post', '/api/v1/calendars');
  return (
    <AskReason
      title={say('publish')}
      act={say('publish')}
      ready={source.trim() !== ''}
      consequences={say('publishText', { year: basedOn.year, count: changes.length })}
      onClose={onClose}
      onAct={async (reason, header) => {
        const body = { basedOn: basedOn.version, days: [...changes], provisional, reason, source: source.trim() };
        const { version } = await make.mutateAsync({ params: { header }, body });
        await refresh('/api/v1/calendars');
        onMade(version);
      }}
    >
      <div>
        <label htmlFor={id}>{say('source')}</label>
        <Input
          id={id}
          value={source}
          maxLength={500}
          onChange={({ target }) => {
            setSource(target.value);
          }}
        />
      </div>
      <Checkbox
        checked={provisional}
        onChange={({ target }) => {
          setProvisional(target.checked);
        }}
      >
        {say('provisional')}
      </Checkbox>
    </AskReason>
  );
};
