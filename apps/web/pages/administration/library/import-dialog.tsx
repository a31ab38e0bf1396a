import { Alert, Button, Modal } from 'antd';
import { useState } from 'react';
import { asBytes } from '../../../api/as-bytes.js';
import { http } from '../../../api/client.js';
import type { Schemas } from '../../../api/client.js';
import { useRefresh } from '../../../api/refresh.js';
import { DropFile } from '../../../parts/drop-file.js';
import { ProblemAlert } from '../../../parts/problem.js';
import { COMMON } from '../../../words/terms.js';
import { useWords } from '../../../words/words.js';
import { FileOutcome } from './file-outcome.js';
import { LIBRARY } from './library.words.js';

type Outcome = Schemas['IndicatorFile'];

/** The file as it was when it was chosen: what was checked is what is imported. */
interface Chosen {
  readonly name: string;
  readonly bytes: Blob;
}

const send = async (district: string, { bytes }: Chosen, check: boolean): Promise<Outcome> => {
  const params = { query: { district, check: check ? ('true' as const) : ('false' as const) } };
  const { data, error } = await http.POST('/api/v1/indicator-library/files', { params, ...asBytes(bytes) });
  if (!data) throw error as unknown;
  return data;
};

const useImport = (district: string) => {
  const refresh = useRefresh();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const ask = async (it: Chosen, check: boolean): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      setOutcome(await send(district, it, check));
      if (!check) await refresh('/api/v1/indicator-library');
    } catch (caught) {
      setError(caught);
    } finally {
      setBusy(false);
    }
  };
  const choose = async (file: File): Promise<void> => {
    const it = { name: file.name, bytes: new Blob([await file.arrayBuffer()]) };
    setChosen(it);
    setOutcome(null);
    await ask(it, true);
  };
  const clear = (): void => {
    setChosen(null);
    setOutcome(null);
    setError(null);
  };
  return { chosen, outcome, error, isBusy, clear, choose, take: (it: Chosen) => ask(it, false) };
};

interface ImportDialogProps {
  readonly district: string;
  readonly onClose: () => void;
}

/** A file is dropped, checked and shown row by row; only then, and only without fault, it is imported as a whole. */
export const ImportDialog = ({ district, onClose }: ImportDialogProps) => {
  const say = useWords(LIBRARY);
  const common = useWords(COMMON);
  const { chosen, outcome, error, isBusy, clear, choose, take } = useImport(district);
  const count = outcome ? outcome.added + outcome.changed : 0;
  const isReady = chosen !== null && outcome !== null && !outcome.taken && outcome.wrong === 0;
  const footer = [
    <Button key="close" onClick={onClose}>
      {common('close')}
    </Button>,
    ...(chosen ? [<Button key="another" disabled={isBusy} onClick={clear}>{`${say('another')}`}</Button>] : []),
    ...(isReady
      ? [
          <Button key="take" type="primary" disabled={count === 0} loading={isBusy} onClick={() => void take(chosen)}>
            {count === 0 ? say('nothing') : say('take', { count })}
          </Button>,
        ]
      : []),
  ];
  return (
    <Modal open width={1040} title={say('import')} onCancel={onClose} footer={footer} mask={{ closable: false }}>
      <div style={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 12 }}>
        {chosen ? null : (
          <DropFile text={say('drop')} hint={say('dropHint')} accept=".xlsx,.csv,.txt" onFile={(file) => void choose(file)} />
        )}
        {chosen && isBusy && !outcome ? <Alert type="info" title={say('checking', { name: chosen.name })} /> : null}
        {error === null ? null : <ProblemAlert error={error} />}
        {chosen && outcome ? <FileOutcome name={chosen.name} outcome={outcome} /> : null}
      </div>
    </Modal>
  );
};
