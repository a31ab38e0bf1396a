export type Language = 'zh' | 'en';

const KEY = 'jiheng.language';
const isLanguage = (it: unknown): it is Language => it === 'zh' || it === 'en';

let current: Language = isLanguage(localStorage.getItem(KEY)) ? (localStorage.getItem(KEY) as Language) : 'zh';

/** The language in which the pages speak: Chinese until somebody chooses otherwise in this browser. */
export const language = (): Language => current;

export const rememberLanguage = (it: Language): void => {
  current = it;
  localStorage.setItem(KEY, it);
  document.documentElement.lang = it === 'zh' ? 'zh-CN' : 'en';
};
