import { Alert, Button } from 'antd';
import { useState } from 'react';
import { Findings } from '../../../parts/forms/findings.js';
import { FORM } from '../../../parts/forms/form.words.js';
import { useLanguage, useWords } from '../../../words/words.js';
import type { Draft } from '../draft/use-draft.js';
import type { Found } from '../draft/use-findings.js';
import { useObligation } from '../use-document.js';
import type { WholeDocument } from '../use-document.js';
import { placeOf } from '../view/findings-panel.js';
import { ACTIONS, SEAT_WORDS, isSeat } from './actions.words.js';
import { Ask } from './ask.js';

interface SubmitProps {
  readonly document: WholeDocument;
  readonly draft: Draft;
  readonly found: Found;
  /** From now on everything that is wrong may be said beside its field. */
  readonly onAsked: () => void;
}

/** Who gets it first, in words. */
const useNextSeat = (obligation: string): string | null => {
  const seat = useWords(SEAT_WORDS);
  const who = useObligation(obligation).data?.chain[0]?.who;
  return who === undefined ? null : isSeat(who) ? seat(who) : who;
};

/** Submitting: says to whom it goes, what keeps it back and what the reviewer will see. */
export const Submit = ({ document, draft, found, onAsked }: SubmitProps) => {
  const say = useWords(ACTIONS);
  const form = useWords(FORM);
  const language = useLanguage();
  const [isOpen, setOpen] = useState(false);
  const [unsaved, setUnsaved] = useState(false);
  const seat = useNextSeat(document.obligation);
  const { blocks, heeds } = found;
  const label = (path: string): string => placeOf(document.kind, path, language, (number) => form('row', { number }));
  return (
    <>
      <Button
        type="primary"
        onClick={() => {
          onAsked();
          setOpen(true);
        }}
      >
        {say('submit')}
      </Button>
      {isOpen ? (
        <Ask
          title={say('submitTitle')}
          documents={[{ id: document.id, round: document.round }]}
          transition={blocks.length > 0 ? null : { name: 'submit' }}
          confirm={say('submit')}
          done={say('submitted')}
          width={640}
          before={async () => {
            const saved = await draft.store.flush();
            setUnsaved(!saved);
            return saved;
          }}
          onClose={() => {
            setOpen(false);
          }}
        >
          <p style={{ margin: 0 }}>{seat === null ? say('submitEnds') : say('submitTo', { seat })}</p>
          {blocks.length > 0 ? (
            <div>
              <strong>{say('submitBlocked', { count: blocks.length })}</strong>
              <Findings all={blocks} label={label} />
            </div>
          ) : null}
          {heeds.length > 0 ? (
            <div>
              <strong>{say('submitHeeds')}</strong>
              <Findings all={heeds} label={label} />
            </div>
          ) : null}
          {unsaved ? <Alert type="warning" showIcon title={say('submitNotSaved')} /> : null}
        </Ask>
      ) : null}
    </>
  );
};
