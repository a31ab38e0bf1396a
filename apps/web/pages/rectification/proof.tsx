import { App, Button, Modal } from 'antd';
import { useState } from 'react';
import { api, http } from '../../api/client.js';
import type { Schemas } from '../../api/client.js';
import { sentenceOf } from '../../api/problem.js';
import { InstantText } from '../../parts/day.js';
import { Read } from '../../parts/page.js';
import { COMMON } from '../../words/terms.js';
import { useWords } from '../../words/words.js';
import { RECTIFICATION } from './rectification.words.js';

type Attachment = Schemas['Attachment'];

const addressOf = ({ document, id }: Attachment): string => `/api/v1/documents/${document}/attachments/${id}`;

const SHOWN = /^(image\/(png|jpeg|gif|webp)|application\/pdf)$/;

interface Previewed {
  readonly attachment: Attachment;
  readonly address: string;
}

/** The file is shown from memory: the server itself only ever gives it to be saved. */
const usePreview = () => {
  const { message } = App.useApp();
  const [shown, setShown] = useState<Previewed | null>(null);
  const read = async (attachment: Attachment): Promise<void> => {
    const params = { path: { document: attachment.document, attachment: attachment.id } };
    const { data, error } = await http.GET('/api/v1/documents/{document}/attachments/{attachment}', { params, parseAs: 'blob' });
    if (!data) throw error as unknown;
    const bytes = new Blob([data as Blob], { type: attachment.mediaType });
    setShown({ attachment, address: URL.createObjectURL(bytes) });
  };
  const open = (attachment: Attachment): void => {
    read(attachment).catch((error: unknown) => void message.error(sentenceOf(error)));
  };
  const close = (): void => {
    if (shown) URL.revokeObjectURL(shown.address);
    setShown(null);
  };
  return { shown, open, close };
};

const Preview = ({ shown: { attachment, address }, onClose }: { readonly shown: Previewed; readonly onClose: () => void }) => (
  <Modal open title={attachment.name} width={900} footer={null} onCancel={onClose}>
    {attachment.mediaType.startsWith('image/') ? (
      <img src={address} alt={attachment.name} style={{ maxWidth: '100%' }} />
    ) : (
      <iframe src={address} title={attachment.name} style={{ width: '100%', height: '70vh', border: 0 }} />
    )}
  </Modal>
);

const Attachments = ({ document }: { readonly document: string }) => {
  const say = useWords(RECTIFICATION);
  const common = useWords(COMMON);
  const preview = usePreview();
  const query = api.useQuery('get', '/api/v1/documents/{document}/attachments', {
    params: { path: { document }, query: { limit: 100 } },
  });
  return (
    <Read query={query}>
      {({ items }) => (
        <ul style={{ margin: 0, paddingInlineStart: 20 }} aria-label={say('attachments')}>
          {items.map((it) => (
            <li key={it.id}>
              <a href={addressOf(it)}>{it.name}</a> {it.attachedByName} <InstantText at={it.attachedAt} />
              {SHOWN.test(it.mediaType) ? (
                <Button
                  type="link"
                  size="small"
                  onClick={() => {
                    preview.open(it);
                  }}
                >
                  {common('open')}
                </Button>
              ) : null}
            </li>
          ))}
          {preview.shown ? <Preview shown={preview.shown} onClose={preview.close} /> : null}
        </ul>
      )}
    </Read>
  );
};

interface ProofProps {
  readonly evidence: readonly string[];
  readonly document: string | null;
  readonly count: number;
}

/** 佐证: what was named as proof, and the files. */
export const Proof = ({ evidence, document, count }: ProofProps) => {
  const say = useWords(RECTIFICATION);
  if (evidence.length === 0 && count === 0) return <p style={{ margin: 0 }}>{say('noProof')}</p>;
  return (
    <div style={{ display: 'grid', gap: 8 }}>
      <ul style={{ margin: 0, paddingInlineStart: 20 }}>
        {evidence.map((it) => (
          <li key={it}>{it}</li>
        ))}
      </ul>
      {document !== null && count > 0 ? (
        <Attachments document={document} />
      ) : (
        <span style={{ color: '#595f69' }}>{say('noAttachments')}</span>
      )}
    </div>
  );
};
