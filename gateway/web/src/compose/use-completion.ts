import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, type RefObject, useDeferredValue, useId, useState } from 'react';

import { api } from '../api/client';
import type { Account } from '../api/types';

const MOST = 6;

/** Something that may stand where one is writing. */
export interface Suggestion {
  /** What will be written: `@alice`, `#tea`. */
  text: string;
  account?: Account;
}

/** The beginning of a name or a hashtag directly before the caret. */
export function wordAt(text: string, caret: number): string | null {
  return /(?:^|[\s(])([@#][\p{L}\p{N}\p{M}_]{1,30})$/u.exec(text.slice(0, caret))?.[1] ?? null;
}

async function suggest(word: string): Promise<Suggestion[]> {
  const q = word.slice(1);
  if (word.startsWith('@')) {
    const people = await api.v1.accounts.search.list({ q, limit: MOST });
    return people.map((account) => ({ text: `@${account.acct}`, account }));
  }
  const { hashtags } = await api.v2.search.list({ q, type: 'hashtags', limit: MOST });
  return (hashtags as unknown as { name: string }[]).map(({ name }) => ({ text: `#${name}` }));
}

/** Completes names and hashtags in a text while it is written. */
export function useCompletion(field: RefObject<HTMLTextAreaElement | null>, onText: (text: string) => void) {
  const id = useId();
  const [word, setWord] = useState<string | null>(null);
  const [active, setActive] = useState(0);
  const asked = useDeferredValue(word);
  const { data } = useQuery({
    queryKey: ['completion', asked],
    queryFn: () => suggest(asked ?? ''),
    enabled: asked !== null,
    retry: false,
  });
  const suggestions = word === null ? [] : (data ?? []).filter(({ text }) => text !== word);

  const look = (): void => {
    const { value = '', selectionStart = 0, selectionEnd = 0 } = field.current ?? {};
    setWord(selectionStart === selectionEnd ? wordAt(value, selectionStart) : null);
    setActive(0);
  };
  const choose = ({ text }: Suggestion): void => {
    const element = field.current;
    if (element === null || word === null) {
      return;
    }
    const end = element.selectionStart;
    const start = end - word.length;
    onText(`${element.value.slice(0, start)}${text} ${element.value.slice(end)}`);
    setWord(null);
    const caret = start + text.length + 1;
    requestAnimationFrame(() => {
      element.focus();
      element.setSelectionRange(caret, caret);
    });
  };
  const press = (event: KeyboardEvent): void => {
    const chosen = suggestions[active];
    if (chosen === undefined || event.ctrlKey || event.metaKey) {
      return;
    }
    const keys: Record<string, () => void> = {
      ArrowDown: () => setActive((active + 1) % suggestions.length),
      ArrowUp: () => setActive((active + suggestions.length - 1) % suggestions.length),
      Enter: () => choose(chosen),
      Tab: () => choose(chosen),
      Escape: () => setWord(null),
    };
    const action = keys[event.key];
    if (action !== undefined) {
      event.preventDefault();
      event.stopPropagation();
      action();
    }
  };

  return {
    id,
    active,
    suggestions,
    choose,
    textProps: {
      onInput: () => requestAnimationFrame(look),
      onClick: look,
      onBlur: () => setTimeout(() => setWord(null), 150),
      onKeyDown: press,
      'aria-autocomplete': 'list' as const,
      'aria-controls': suggestions.length > 0 ? id : undefined,
      'aria-activedescendant': suggestions.length > 0 ? `${id}-${active}` : undefined,
    },
  };
}
