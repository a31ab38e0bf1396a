import { useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { useNavigate } from 'react-router';
import { useWords } from '../../words/words.js';
import { SEARCH } from './search.words.js';

const isTyping = (it: EventTarget | null): boolean =>
  it instanceof HTMLElement && (it.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(it.tagName));

/** The key / goes to the box, unless somebody is typing elsewhere. */
const useSlash = (ref: RefObject<HTMLInputElement | null>, listens: boolean): void => {
  useEffect(() => {
    if (!listens) return undefined;
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      event.preventDefault();
      ref.current?.select();
    };
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('keydown', onKey);
    };
  }, [ref, listens]);
};

interface SearchBoxProps {
  readonly initial?: string;
  /** On the page of results, in place of the top bar. */
  readonly wide?: boolean;
}

/** Where one types what to look for; Enter shows what was found. */
export const SearchBox = ({ initial = '', wide = false }: SearchBoxProps) => {
  const say = useWords(SEARCH);
  const navigate = useNavigate();
  const [typed, setTyped] = useState(initial);
  const ref = useRef<HTMLInputElement>(null);
  useSlash(ref, !wide);
  return (
    <form
      role="search"
      style={{ flex: '0 1 auto', width: wide ? 'min(100%, 560px)' : 220 }}
      onSubmit={(event) => {
        event.preventDefault();
        const q = typed.trim();
        if (q !== '') void navigate(`/search?q=${encodeURIComponent(q)}`);
      }}
    >
      <input
        ref={ref}
        type="search"
        className="search-box"
        autoFocus={wide && initial === ''}
        aria-label={say('box')}
        placeholder={say(wide ? 'box' : 'short')}
        maxLength={60}
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value);
        }}
      />
    </form>
  );
};
