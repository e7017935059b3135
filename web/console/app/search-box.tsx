import { useNavigate, useSearch } from '@tanstack/react-router';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useWords } from '../../client/i18n/use-words.ts';
import { Icon } from '../../ui/icon.tsx';
import { useKeys } from './keys.ts';

/** Searches all cases by number, words, place and names; `/` comes here from anywhere. */
export function SearchBox() {
  const t = useWords();
  const navigate = useNavigate();
  const { q } = useSearch({ strict: false });
  const [text, setText] = useState(q ?? '');
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => setText(q ?? ''), [q]);
  useKeys({
    '/': (event) => {
      event.preventDefault();
      input.current?.focus();
    },
  });
  const search = (event: FormEvent) => {
    event.preventDefault();
    const words = text.trim();
    void navigate({ to: '/', search: words ? { q: words } : {} });
  };
  return (
    <search className="search">
      <Icon name="search" />
      <form onSubmit={search} style={{ display: 'contents' }}>
        <input
          ref={input}
          type="search"
          value={text}
          maxLength={60}
          aria-label={t('console:search')}
          placeholder={t('console:search.placeholder')}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
        />
      </form>
      <span aria-hidden="true">
        <kbd>/</kbd>
      </span>
    </search>
  );
}
