import { useLanguage } from './words.js';

/** Several names as one text, separated as the language does. */
export const useJoin = () => {
  const comma = useLanguage() === 'zh' ? '、' : ', ';
  return (items: readonly string[]): string => items.join(comma);
};
