import { Button, Modal } from 'antd';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Explanations } from '../../../parts/explanation/explanation.js';
import { COMMON } from '../../../words/terms.js';
import { useWords } from '../../../words/words.js';

/** Something on record above a form, with its explanation where there is one. */
export const Box = ({
  title,
  explanation,
  children,
}: {
  readonly title: string;
  readonly explanation?: unknown;
  readonly children: ReactNode;
}) => {
  const common = useWords(COMMON);
  const [isOpen, setOpen] = useState(false);
  return (
    <section aria-label={title} style={{ background: '#fff', border: '1px solid #dfe3e8', borderRadius: 4, padding: '8px 12px' }}>
      <div style={{ display: 'flex', gap: 8, alignItems: 'center' }}>
        <strong>{title}</strong>
        {explanation === undefined ? null : (
          <Button
            type="link"
            size="small"
            onClick={() => {
              setOpen(true);
            }}
          >
            {common('why')}
          </Button>
        )}
      </div>
      {children}
      <Modal
        open={isOpen}
        width={900}
        title={title}
        footer={null}
        destroyOnHidden
        onCancel={() => {
          setOpen(false);
        }}
      >
        <Explanations of={explanation} />
      </Modal>
    </section>
  );
};
