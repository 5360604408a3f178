import { useTranslation } from 'react-i18next';

import { Avatar } from '../profile/avatar';
import { nameOf } from '../profile/names';
import type { useCompletion } from './use-completion';

/** What may stand where one is writing. */
export function Completions({ completion }: { completion: ReturnType<typeof useCompletion> }) {
  const { t } = useTranslation();
  const { id, active, suggestions, choose } = completion;
  if (suggestions.length === 0) {
    return null;
  }
  return (
    <ul className="completions" id={id} role="listbox" aria-label={t('compose.suggestions')}>
      {suggestions.map((suggestion, index) => (
        <li
          key={suggestion.text}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === active}
          onMouseDown={(event) => {
            event.preventDefault();
            choose(suggestion);
          }}
        >
          {suggestion.account !== undefined && (
            <>
              <Avatar account={suggestion.account} size={28} />
              <bdi>{nameOf(suggestion.account)}</bdi>
            </>
          )}
          <span className={suggestion.account === undefined ? undefined : 'quiet'}>{suggestion.text}</span>
        </li>
      ))}
    </ul>
  );
}
