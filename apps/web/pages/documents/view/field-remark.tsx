import { Button, Input, Popover } from 'antd';
import { useState } from 'react';
import { COMMON } from '../../../words/terms.js';
import { useWords } from '../../../words/words.js';
import { ACTIONS } from '../actions/actions.words.js';

interface FieldRemarkProps {
  readonly label: string;
  readonly text: string;
  readonly onText: (text: string) => void;
}

/** A reviewer's comment on one field, kept until the decision is sent. */
export const FieldRemark = ({ label, text, onText }: FieldRemarkProps) => {
  const say = useWords(ACTIONS);
  const common = useWords(COMMON);
  const [isOpen, setOpen] = useState(false);
  return (
    <span className="no-print">
      <Popover
        trigger="click"
        open={isOpen}
        onOpenChange={setOpen}
        title={say('onField', { field: label })}
        destroyOnHidden
        content={
          <div style={{ display: 'grid', gap: 8, width: 300 }}>
            <Input.TextArea
              autoFocus
              aria-label={say('onField', { field: label })}
              rows={2}
              maxLength={2_000}
              value={text}
              onChange={({ target }) => {
                onText(target.value);
              }}
            />
            <Button
              size="small"
              onClick={() => {
                setOpen(false);
              }}
            >
              {common('close')}
            </Button>
          </div>
        }
      >
        <button
          type="button"
          className="field-remark"
          aria-label={`${say('addOnField')}：${label}`}
          title={say('addOnField')}
          data-filled={text === '' ? undefined : true}
        >
          ✎{text === '' ? '' : ` ${text.length > 12 ? `${text.slice(0, 12)}…` : text}`}
        </button>
      </Popover>
    </span>
  );
};
