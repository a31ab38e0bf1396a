export type Language = 'zh' | 'en';

const KEY = 'jiheng.language';
const isLanguage = (it: unknown): it is Language => it === 'zh' || it === 'en';

/** A browser that is told to keep nothing throws. */
const remembered = (): Language => {
  try {
    const it: unknown = localStorage.getItem(KEY);
    return isLanguage(it) ? it : 'zh';
  } catch {
    return 'zh';
  }
};

let current: Language = remembered();

/** The language in which the pages speak: Chinese until somebody chooses otherwise in this browser. */
export const language = (): Language => current;

export const rememberLanguage = (it: Language): void => {
  current = it;
  try {
    localStorage.setItem(KEY, it);
  } catch {
    // It holds for this visit.
  }
  document.documentElement.lang = it === 'zh' ? 'zh-CN' : 'en';
};
