import type { Ref } from 'react';
import './lines-editor.css';

const LINE_PX = 20;
const EDGES_PX = 32;

/** Puts the cursor at the beginning of a line and shows it. */
export const goToLine = (area: HTMLTextAreaElement, line: number): void => {
  const before = area.value.split('\n').slice(0, line - 1);
  const at = before.reduce((sum, it) => sum + it.length + 1, 0);
  area.focus();
  area.setSelectionRange(at, at);
  area.parentElement?.scrollTo({ top: Math.max(0, (line - 5) * LINE_PX) });
};

interface LinesEditorProps {
  readonly ref: Ref<HTMLTextAreaElement>;
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  /** Lines with a finding. */
  readonly marked: ReadonlySet<number>;
}

/** A text with numbered lines. */
export const LinesEditor = ({ ref, label, value, onChange, marked }: LinesEditorProps) => {
  const count = value.split('\n').length;
  return (
    <div className="lines-editor">
      <ol aria-hidden="true">
        {Array.from({ length: count }, (_, index) => (
          <li key={index} className={marked.has(index + 1) ? 'marked' : undefined}>
            {index + 1}
          </li>
        ))}
      </ol>
      <textarea
        ref={ref}
        aria-label={label}
        spellCheck={false}
        wrap="off"
        style={{ height: count * LINE_PX + EDGES_PX }}
        value={value}
        onChange={({ target }) => {
          onChange(target.value);
        }}
      />
    </div>
  );
};
