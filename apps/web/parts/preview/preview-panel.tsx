import { Alert, Button, Drawer, Skeleton } from 'antd';
import { Suspense, lazy, useEffect, useRef, useState } from 'react';
import type { Schemas } from '../../api/client.js';
import { saveFile } from '../table/save-csv.js';
import { ProblemAlert } from '../problem.js';
import { useWords } from '../../words/words.js';
import { bytesOf } from './attachment-bytes.js';
import { Broken } from './broken.js';
import { mediaOf } from './media.js';
import { PREVIEW } from './preview.words.js';
import './preview.css';

type Attachment = Schemas['Attachment'];

const PdfView = lazy(async () => ({ default: (await import('./pdf-view.js')).PdfView }));

const Picture = ({ bytes, name }: { readonly bytes: Blob; readonly name: string }) => {
  const picture = useRef<HTMLImageElement>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    const made = URL.createObjectURL(bytes);
    if (picture.current) picture.current.src = made;
    return () => {
      URL.revokeObjectURL(made);
    };
  }, [bytes]);
  if (failed) return <Broken />;
  return (
    <div className="preview-frame" tabIndex={0} role="region" aria-label={name}>
      <img
        ref={picture}
        alt={name}
        onError={() => {
          setFailed(true);
        }}
      />
    </div>
  );
};

interface Read {
  readonly of: string;
  readonly bytes?: Blob;
  readonly error?: unknown;
}

/** The bytes of a file, read once it is looked at. */
const useBytes = (file: Attachment): Read => {
  const [read, setRead] = useState<Read>({ of: '' });
  useEffect(() => {
    let isShown = true;
    bytesOf(file).then(
      (bytes) => {
        if (isShown) setRead({ of: file.id, bytes });
      },
      (error: unknown) => {
        if (isShown) setRead({ of: file.id, error });
      },
    );
    return () => {
      isShown = false;
    };
  }, [file]);
  return read.of === file.id ? read : { of: file.id };
};

const Shown = ({ file }: { readonly file: Attachment }) => {
  const say = useWords(PREVIEW);
  const { bytes, error } = useBytes(file);
  const media = mediaOf(file);
  if (error !== undefined) return <ProblemAlert error={error} />;
  if (!bytes) return <Skeleton active />;
  return (
    <div className="preview">
      <div>
        <Button
          size="small"
          onClick={() => {
            saveFile(file.name, bytes, file.mediaType);
          }}
        >
          {say('download')}
        </Button>
      </div>
      <Suspense fallback={<Skeleton active />}>
        {media === 'pdf' ? (
          <PdfView key={file.id} bytes={bytes} name={file.name} />
        ) : media === 'picture' ? (
          <Picture key={file.id} bytes={bytes} name={file.name} />
        ) : (
          <Alert type="info" showIcon title={say('notShown', { type: say(media) })} />
        )}
      </Suspense>
    </div>
  );
};

/** A file beside the page that it belongs to, which stays usable: PDF and pictures are shown, others are offered with their type said. */
export const PreviewPanel = ({ file, onClose }: { readonly file: Attachment | null; readonly onClose: () => void }) => (
  <Drawer open={file !== null} size={720} mask={false} title={file?.name ?? ''} onClose={onClose} destroyOnHidden>
    {file ? <Shown file={file} /> : null}
  </Drawer>
);
