import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import { language, rememberLanguage } from './language.js';
import type { Language } from './language.js';

// The words are part of the program, so this is done at once.
void i18next.use(initReactI18next).init({
  initAsync: false,
  lng: language(),
  resources: {},
  interpolation: { escapeValue: false, prefix: '{', suffix: '}' },
  keySeparator: false,
  nsSeparator: false,
  returnEmptyString: false,
});

type Texts = Readonly<Record<string, string>>;

/** The words of one area of the application, in both languages under the same names. */
export interface Words<K extends string> {
  readonly area: string;
  readonly zh: Readonly<Record<K, string>>;
}

/** Declares an area's words; a name that one language lacks does not compile. `{name}` stands for what is filled in. */
export const defineWords = <const T extends Texts>(area: string, zh: T, en: Readonly<Record<keyof T, string>>): Words<keyof T & string> => {
  i18next.addResourceBundle('zh', area, zh);
  i18next.addResourceBundle('en', area, en);
  return { area, zh: zh as Readonly<Record<keyof T & string, string>> };
};

export type Fill = Readonly<Record<string, string | number>>;
export type Say<K extends string> = (key: K, fill?: Fill) => string;

/** Speaks an area's words in the present language, and again when it changes. */
export const useWords = <K extends string>({ area }: Words<K>): Say<K> => {
  const { t } = useTranslation(area);
  return (key, fill) => t(key, { ...fill, ns: area });
};

export const useLanguage = (): Language => {
  useTranslation();
  return language();
};

export const speak = async (it: Language): Promise<void> => {
  rememberLanguage(it);
  await i18next.changeLanguage(it);
};
