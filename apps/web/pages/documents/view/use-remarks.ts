import { useState } from 'react';
import { useMe } from '../../../app/session/session.js';
import type { WholeDocument } from '../use-document.js';

type Remarks = Readonly<Record<string, string>>;

const read = (key: string): Remarks => {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
    return typeof kept === 'object' && kept !== null ? (kept as Remarks) : {};
  } catch {
    return {};
  }
};

const write = (key: string, remarks: Remarks): void => {
  try {
    if (Object.keys(remarks).length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(remarks));
  } catch {
    // Without a place to keep them they last as long as the page.
  }
};

/** A reviewer's comments on fields, kept in this browser for this round until the decision is sent. */
export const useRemarks = ({ id, round }: WholeDocument) => {
  const { person } = useMe();
  const key = `jiheng.remarks.${person}.${id}.${String(round)}`;
  const [kept, setKept] = useState(() => ({ key, remarks: read(key) }));
  const remarks = kept.key === key ? kept.remarks : read(key);
  const put = (next: Remarks): void => {
    write(key, next);
    setKept({ key, remarks: next });
  };
  return {
    remarks,
    remark: (path: string, text: string) => {
      const others = Object.entries(remarks).filter(([key]) => key !== path);
      put(Object.fromEntries(text === '' ? others : [...others, [path, text]]));
    },
    clear: () => {
      put({});
    },
  };
};
