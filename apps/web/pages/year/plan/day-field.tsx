import { Input } from 'antd';
import { useId } from 'react';
import { isDayOff, useCalendar } from '../../../app/year/year.js';
import { weekdayOf } from '../../../parts/day.js';
import { useLanguage, useWords } from '../../../words/words.js';
import { PLAN } from './plan.words.js';

interface DayFieldProps {
  readonly name: string;
  readonly value: string;
  readonly onChange: (day: string) => void;
  /** Why it cannot be changed. */
  readonly fixed?: string | undefined;
}

/** A day to be typed or picked; says its weekday, and whether it is a day off. */
export const DayField = ({ name, value, onChange, fixed }: DayFieldProps) => {
  const say = useWords(PLAN);
  const language = useLanguage();
  const { data: calendar } = useCalendar();
  const id = useId();
  const isOff = calendar !== undefined && value !== '' && isDayOff(calendar, value);
  const note = fixed ?? (value === '' ? '' : `${weekdayOf(value, language)}${isOff ? say('dayOff') : ''}`);
  return (
    <div>
      <label htmlFor={id} style={{ display: 'block' }}>
        {name}
      </label>
      <Input
        id={id}
        type="date"
        value={value}
        disabled={fixed !== undefined}
        aria-describedby={`${id}-note`}
        style={{ width: 170 }}
        onChange={({ target }) => {
          onChange(target.value);
        }}
      />
      <div id={`${id}-note`} style={{ minHeight: 22, color: isOff ? '#8a5a00' : '#595f69' }}>
        {isOff ? <span aria-hidden="true">⚠ </span> : null}
        {note}
      </div>
    </div>
  );
};
