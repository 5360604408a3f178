import { useQueryClient } from '@tanstack/react-query';
import { Search, X } from 'lucide-react';
import { type ComponentProps, type ComponentType, lazy, Suspense, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useSession } from '../session/session';
import './search-field.scss';
import type { Keyboard, Listed, Suggestions as Loaded } from './suggestions';

/** A help, without which one searches as well. */
const Suggestions = lazy<ComponentType<ComponentProps<typeof Loaded>>>(() =>
  import('./suggestions').then(
    ({ Suggestions: loaded }) => ({ default: loaded }),
    () => ({ default: NoSuggestions }),
  ),
);

function NoSuggestions(): null {
  return null;
}

const NOTHING: Listed = { count: 0, active: undefined };

/** Where one types what to look for, with suggestions under it for who is signed in. */
export function SearchField({
  text,
  onChange,
  onSubmit,
  autoFocus = false,
}: {
  text: string;
  onChange: (text: string) => void;
  onSubmit?: (text: string) => void;
  autoFocus?: boolean;
}) {
  const { t } = useTranslation();
  const me = useSession();
  const queries = useQueryClient();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const keyboard = useRef<Keyboard>(null);
  const [asking, setAsking] = useState(false);
  const [listed, setListed] = useState(NOTHING);
  const suggesting = asking && me !== null && text.trim() !== '';
  const expanded = suggesting && listed.count > 0;

  const submit = (meant: string): void => {
    setAsking(false);
    const q = meant.trim();
    if (me !== null && q !== '') {
      import('./own-searches').then(({ remember }) => remember(queries, q)).catch(() => undefined);
    }
    onSubmit?.(q);
  };

  return (
    <form
      role="search"
      className="search-field"
      onSubmit={(event) => {
        event.preventDefault();
        submit(text);
      }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) {
          setAsking(false);
        }
      }}
    >
      <Search size={18} aria-hidden="true" />
      <input
        ref={field}
        type="text"
        inputMode="search"
        enterKeyHint="search"
        autoComplete="off"
        className="form-control"
        autoFocus={autoFocus}
        aria-label={t('search.label')}
        placeholder={t('search.placeholder')}
        value={text}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={expanded}
        aria-controls={expanded ? id : undefined}
        aria-activedescendant={expanded ? listed.active : undefined}
        onChange={(event) => {
          setAsking(true);
          onChange(event.target.value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown' && !expanded) {
            setAsking(true);
          } else if (event.key === 'Escape' && text !== '') {
            event.preventDefault();
            if (expanded) {
              setAsking(false);
            } else {
              onChange('');
            }
          } else if (expanded) {
            keyboard.current?.press(event);
          }
        }}
      />
      {text !== '' && (
        <button
          type="button"
          className="icon-button"
          aria-label={t('search.clear')}
          onClick={() => {
            onChange('');
            field.current?.focus();
          }}
        >
          <X size={18} aria-hidden="true" />
        </button>
      )}
      {suggesting && (
        <Suspense>
          <Suggestions
            ref={keyboard}
            id={id}
            text={text}
            onListed={setListed}
            onLeave={() => setAsking(false)}
            onSearch={(q) => {
              onChange(q);
              submit(q);
            }}
          />
        </Suspense>
      )}
    </form>
  );
}
