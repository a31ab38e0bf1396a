import { Alert, Input, Modal } from 'antd';
import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import { once } from '../../api/client.js';
import { COMMON } from '../../words/terms.js';
import { useWords } from '../../words/words.js';
import { ProblemAlert } from '../problem.js';

type Header = ReturnType<typeof once>;

interface AskReasonProps {
  readonly title: string;
  /** What will happen, before it does. */
  readonly consequences?: ReactNode;
  /** Further fields, above the reason. */
  readonly children?: ReactNode;
  readonly act: string;
  readonly danger?: boolean;
  /** False while a further field is not filled. */
  readonly ready?: boolean;
  /** The same header for every attempt of this wish: it happens once. */
  readonly onAct: (reason: string, header: Header) => Promise<unknown>;
  readonly onClose: () => void;
}

/** Asks for a reason and shows what follows, before anything is done; what was typed stays when it is refused. */
export const AskReason = (props: AskReasonProps) => {
  const { title, consequences, children, act, danger = false, ready = true, onAct, onClose } = props;
  const common = useWords(COMMON);
  const id = useId();
  const [reason, setReason] = useState('');
  const [header] = useState(once);
  const [error, setError] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const run = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      await onAct(reason.trim(), header);
      onClose();
    } catch (it) {
      setError(it);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      open
      title={title}
      okText={act}
      okButtonProps={{ danger, disabled: !ready || reason.trim() === '' }}
      confirmLoading={isBusy}
      onOk={() => void run()}
      onCancel={onClose}
    >
      <div style={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 12 }}>
        {consequences ? <Alert type={danger ? 'warning' : 'info'} showIcon title={consequences} /> : null}
        {children}
        <div>
          <label htmlFor={id}>{common('reason')}</label>
          <Input.TextArea
            id={id}
            value={reason}
            rows={3}
            maxLength={500}
            onChange={({ target }) => {
              setReason(target.value);
            }}
          />
        </div>
        {error === null ? null : <ProblemAlert error={error} />}
      </div>
    </Modal>
  );
};
