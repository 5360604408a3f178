import { useQuery } from '@tanstack/react-query';
import { Clock, Hash } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, type Ref, useEffect, useImperativeHandle, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';

import { LATER } from '../i18n/i18n';
import { Avatar } from '../profile/avatar';
import { Handle } from '../profile/handle';
import { nameOf } from '../profile/names';
import { profilePath } from '../shell/nav-items';
import { tagPath } from '../timeline/tag-path';
import { ownSearches } from './own-searches';
import { type Suggestion, step, suggestionsIn } from './suggestion';
import './suggestions.scss';
import { usePaused } from './use-paused';

const PAUSE = 120;
const OF_EACH = 3;

/** What the list shows, for the field that it belongs to. */
export interface Listed {
  count: number;
  /** The id of the suggestion that is chosen by Enter. */
  active: string | undefined;
}

/** How the field hands keys on. */
export interface Keyboard {
  press: (event: KeyboardEvent) => void;
}

/** How what is being typed may go on: people, hashtags, and what one has searched for before. */
export function Suggestions({
  ref,
  id,
  text,
  onListed,
  onLeave,
  onSearch,
}: {
  ref: Ref<Keyboard>;
  id: string;
  text: string;
  onListed: (listed: Listed) => void;
  /** Something was chosen that is a page of its own. */
  onLeave: () => void;
  onSearch: (q: string) => void;
}) {
  const { t } = useTranslation(LATER);
  const navigate = useNavigate();
  const q = usePaused(text.trim(), PAUSE);
  const { data } = useQuery({
    queryKey: ['suggestions', q],
    queryFn: () => ownSearches.suggest(q, OF_EACH),
    enabled: q !== '',
    retry: false,
    placeholderData: (before) => before,
  });
  const suggestions = data === undefined ? [] : suggestionsIn(data);
  const [chosen, setChosen] = useState({ q, at: -1 });
  // Other suggestions begin without a choice.
  const at = chosen.q === q ? Math.min(chosen.at, suggestions.length - 1) : -1;
  const idOf = (index: number): string => `${id}-${index}`;
  const active = at < 0 ? undefined : idOf(at);
  const { length: count } = suggestions;

  useEffect(() => onListed({ count, active }), [onListed, count, active]);
  useEffect(() => {
    document.getElementById(active ?? '')?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  const choose = (suggestion: Suggestion): void => {
    if (suggestion.kind === 'search') {
      onSearch(suggestion.q);
    } else {
      onLeave();
      void navigate(suggestion.kind === 'person' ? profilePath(suggestion.account) : tagPath(suggestion.name));
    }
  };
  useImperativeHandle(ref, () => ({
    press: (event) => {
      const suggestion = suggestions[at];
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault();
        setChosen({ q, at: step(at, event.key === 'ArrowDown' ? 1 : -1, count) });
      } else if (event.key === 'Enter' && suggestion !== undefined) {
        event.preventDefault();
        choose(suggestion);
      }
    },
  }));

  const kinds = { person: t('search.people'), hashtag: t('search.hashtags'), search: t('search.recent') };
  return (
    <>
      <p className="visually-hidden" role="status">
        {t('search.suggestionCount', { count })}
      </p>
      {count > 0 && (
        <div className="suggestions" id={id} role="listbox" aria-label={t('search.suggestions')}>
          {(['person', 'hashtag', 'search'] as const)
            .filter((kind) => suggestions.some((each) => each.kind === kind))
            .map((kind) => (
              <div key={kind} role="group" aria-label={kinds[kind]}>
                <span className="suggestions-kind quiet" aria-hidden="true">
                  {kinds[kind]}
                </span>
                {suggestions.map(
                  (suggestion, index) =>
                    suggestion.kind === kind && (
                      <div
                        key={idOf(index)}
                        id={idOf(index)}
                        className="suggestion"
                        role="option"
                        aria-selected={index === at}
                        // The field keeps the focus.
                        onMouseDown={(event) => event.preventDefault()}
                        onClick={() => choose(suggestion)}
                      >
                        {view(suggestion)}
                      </div>
                    ),
                )}
              </div>
            ))}
        </div>
      )}
    </>
  );
}

function view(suggestion: Suggestion): ReactNode {
  switch (suggestion.kind) {
    case 'person':
      return (
        <>
          <Avatar account={suggestion.account} size={32} />
          <span className="suggestion-text">
            <bdi>{nameOf(suggestion.account)}</bdi>{' '}
            <span className="quiet">
              <Handle acct={suggestion.account.acct} />
            </span>
          </span>
        </>
      );
    case 'hashtag':
      return (
        <>
          <Hash size={18} aria-hidden="true" />
          <bdi className="suggestion-text">{suggestion.name}</bdi>
        </>
      );
    case 'search':
      return (
        <>
          <Clock size={18} aria-hidden="true" />
          <bdi className="suggestion-text">{suggestion.q}</bdi>
        </>
      );
  }
}
