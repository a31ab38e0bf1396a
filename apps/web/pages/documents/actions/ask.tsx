import { Alert, App, Modal } from 'antd';
import type { ReactNode } from 'react';
import { useRef, useState } from 'react';
import { ProblemAlert } from '../../../parts/problem.js';
import { COMMON } from '../../../words/terms.js';
import { useLanguage, useWords } from '../../../words/words.js';
import { refusalOf, useTransition } from './transitions.js';
import type { Asked, BulkAnswer, Transition } from './transitions.js';

interface AskProps {
  readonly title: string;
  readonly documents: Asked;
  /** What is asked for; null as long as something is missing. */
  readonly transition: Transition | null;
  readonly confirm: string;
  /** Said when it was done. */
  readonly done: string;
  readonly danger?: boolean;
  readonly width?: number;
  readonly onClose: () => void;
  readonly onDone?: (answer: BulkAnswer) => void;
  /** Done before; false: it is not asked for after all. */
  readonly before?: () => Promise<boolean>;
  readonly children?: ReactNode;
}

type Refusal = NonNullable<ReturnType<typeof refusalOf>>;

const Refused = ({ refusal }: { readonly refusal: Refusal }) => {
  const language = useLanguage();
  return (
    <Alert
      type="error"
      showIcon
      title={refusal[language]}
      description={
        refusal.errors && refusal.errors.length > 0 ? (
          <ul style={{ margin: 0, paddingInlineStart: 20 }}>
            {refusal.errors.map((it) => (
              <li key={`${it.path}/${it.code}`}>{it[language]}</li>
            ))}
          </ul>
        ) : undefined
      }
    />
  );
};

/** Says what will happen and asks for it; a refusal stays in the dialog with its reason. */
export const Ask = ({ title, documents, transition, confirm, done, danger, width = 560, onClose, onDone, before, children }: AskProps) => {
  const common = useWords(COMMON);
  const { message } = App.useApp();
  const ask = useTransition();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isBusy, setBusy] = useState(false);
  const inside = useRef<HTMLDivElement>(null);
  const run = async (): Promise<void> => {
    if (!transition) return;
    setBusy(true);
    try {
      if (before && !(await before())) return;
      const answer = await ask.mutateAsync({ documents, ...transition });
      const refused = documents.length === 1 ? refusalOf(answer) : null;
      setRefusal(refused);
      if (refused) return;
      if (answer.refused === 0) void message.success(done);
      onDone?.(answer);
      onClose();
    } catch {
      // Shown from the mutation's own state.
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      open
      width={width}
      title={title}
      okText={confirm}
      cancelText={common('cancel')}
      okButtonProps={{ disabled: transition === null, danger: danger ?? false, loading: isBusy }}
      onOk={() => void run()}
      onCancel={onClose}
      afterOpenChange={(isOpen) => {
        // What one is asked to write comes first.
        if (isOpen) inside.current?.querySelector<HTMLElement>('textarea, input')?.focus();
      }}
    >
      <div ref={inside} style={{ display: 'grid', gap: 12 }}>
        {children}
        {refusal ? <Refused refusal={refusal} /> : null}
        {ask.error ? <ProblemAlert error={ask.error} /> : null}
      </div>
    </Modal>
  );
};
