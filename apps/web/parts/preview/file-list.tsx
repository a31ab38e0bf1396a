import { Button } from 'antd';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { api } from '../../api/client.js';
import type { Schemas } from '../../api/client.js';
import { useWords } from '../../words/words.js';
import { mediaOf } from './media.js';
import { PreviewPanel } from './preview-panel.js';
import { PREVIEW } from './preview.words.js';

type Attachment = Schemas['Attachment'];

const KILO = 1_024;

interface FileListProps {
  readonly document: string;
  readonly label: string;
  /** What stands above them. */
  readonly children?: ReactNode;
  /** What is said of each besides its type and size. */
  readonly more?: (file: Attachment) => ReactNode;
}

/** The files of a document, each opened beside the page; nothing where there are none. */
export const FileList = ({ document, label, children, more }: FileListProps) => {
  const say = useWords(PREVIEW);
  const [open, setOpen] = useState<Attachment | null>(null);
  const params = { path: { document }, query: { limit: 100 } };
  const { data } = api.useQuery('get', '/api/v1/documents/{document}/attachments', { params });
  const items = data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <div>
      {children}
      <ul style={{ margin: 0, paddingInlineStart: 20 }} aria-label={label}>
        {items.map((it) => (
          <li key={it.id}>
            <Button
              type="link"
              size="small"
              style={{ padding: 0, height: 'auto', whiteSpace: 'normal', textAlign: 'start' }}
              onClick={() => {
                setOpen(it);
              }}
            >
              {it.name}
            </Button>{' '}
            <span className="form-hint">
              {say(mediaOf(it))} · {Math.ceil(it.size / KILO)} KB
            </span>{' '}
            {more?.(it)}
          </li>
        ))}
      </ul>
      <PreviewPanel
        file={open}
        onClose={() => {
          setOpen(null);
        }}
      />
    </div>
  );
};
