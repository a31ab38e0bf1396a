import { Input } from 'antd';

interface DueOnProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (day: string) => void;
}

/** By which day something is asked for. */
export const DueOn = ({ label, value, onChange }: DueOnProps) => (
  <label className="evaluation-field" style={{ maxWidth: 200 }}>
    {label}
    <Input
      type="date"
      value={value}
      onChange={({ target }) => {
        onChange(target.value);
      }}
    />
  </label>
);
