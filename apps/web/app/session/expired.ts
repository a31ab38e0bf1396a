import { useSyncExternalStore } from 'react';

let expired = false;
const listeners = new Set<() => void>();

const tell = (it: boolean): void => {
  if (it === expired) return;
  expired = it;
  for (const listener of listeners) listener();
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The log-in ran out while a page was open: the page stays as it is, and one logs in above it. */
export const sessionExpired = () => {
  tell(true);
};
export const sessionRenewed = () => {
  tell(false);
};
export const useExpired = (): boolean => useSyncExternalStore(subscribe, () => expired);
