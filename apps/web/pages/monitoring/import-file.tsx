import { Alert, App } from 'antd';
import { useState } from 'react';
import { asBytes } from '../../api/as-bytes.js';
import { http } from '../../api/client.js';
import { DropFile } from '../../parts/drop-file.js';
import { ProblemAlert } from '../../parts/problem.js';
import { useWords } from '../../words/words.js';
import { IMPORT } from './import.words.js';
import { asPasted } from './pasted.js';

interface ImportFileProps {
  /** There is something in the box already, which the file would replace. */
  readonly isFilled: boolean;
  readonly onRead: (text: string, name: string) => void;
}

/** A workbook or CSV file, dropped or chosen: the server reads it, and what it read is put into the box to be looked at. */
export const ImportFile = ({ isFilled, onRead }: ImportFileProps) => {
  const say = useWords(IMPORT);
  const { modal } = App.useApp();
  const [error, setError] = useState<unknown>(null);
  const [headless, setHeadless] = useState<string | null>(null);
  const [reading, setReading] = useState<string | null>(null);
  const read = async (file: File): Promise<void> => {
    setReading(file.name);
    setError(null);
    setHeadless(null);
    try {
      const bytes = new Blob([await file.arrayBuffer()]);
      const { data, error: refused } = await http.POST('/api/v1/execution-figures/file', asBytes(bytes));
      if (!data) throw refused as unknown;
      if (data.hasHead && data.rows.length > 0) onRead(asPasted(data.rows), file.name);
      else setHeadless(file.name);
    } catch (caught) {
      setError(caught);
    } finally {
      setReading(null);
    }
  };
  const choose = (file: File): void => {
    if (!isFilled) void read(file);
    else void modal.confirm({ title: say('replaceAsk', { name: file.name }), okText: say('replace'), onOk: () => read(file) });
  };
  return (
    <>
      <DropFile text={say('drop')} hint={say('dropHint')} accept=".xlsx,.csv,.txt,.tsv" onFile={choose} disabled={reading !== null} />
      {reading === null ? null : <Alert type="info" title={say('reading', { name: reading })} />}
      {headless === null ? null : <Alert type="warning" showIcon title={say('fileHeadless', { name: headless })} />}
      {error === null ? null : <ProblemAlert error={error} />}
    </>
  );
};
