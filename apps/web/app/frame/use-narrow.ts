import { useSyncExternalStore } from 'react';

const query = matchMedia('(max-width: 991px)');
const subscribe = (listener: () => void): (() => void) => {
  query.addEventListener('change', listener);
  return () => {
    query.removeEventListener('change', listener);
  };
};

/** Is there too little room for the navigation beside the page? */
export const useNarrow = (): boolean => useSyncExternalStore(subscribe, () => query.matches);
