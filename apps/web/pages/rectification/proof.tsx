import { InstantText } from '../../parts/day.js';
import { FileList } from '../../parts/preview/file-list.js';
import { useWords } from '../../words/words.js';
import { RECTIFICATION } from './rectification.words.js';

const Attachments = ({ document }: { readonly document: string }) => {
  const say = useWords(RECTIFICATION);
  return (
    <FileList
      document={document}
      label={say('attachments')}
      more={({ attachedByName, attachedAt }) => (
        <>
          {attachedByName} <InstantText at={attachedAt} />
        </>
      )}
    />
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
