import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { nameOf } from '../profile/names';
import { PersonCard } from '../profile/person-card';
import { FollowButton } from './follow-button';
import './relation.scss';
import { type Suggestion, useSuggestions } from './use-suggestions';

const MOST = 8;

/** People for a newcomer to follow, each with a reason. */
export function SuggestedPeople() {
  const { t } = useTranslation();
  const { suggestions, dismiss } = useSuggestions();
  if (suggestions.length === 0) {
    return null;
  }
  return (
    <section aria-labelledby="suggested-title">
      <h2 id="suggested-title" className="suggested-title">
        {t('people.title')}
      </h2>
      {suggestions.slice(0, MOST).map((suggestion) => (
        <Suggested key={suggestion.account.id} suggestion={suggestion} onDismiss={dismiss} />
      ))}
    </section>
  );
}

function Suggested({ suggestion, onDismiss }: { suggestion: Suggestion; onDismiss: (id: string) => void }) {
  const { t } = useTranslation();
  const { account, sources } = suggestion;
  const label = t('people.dismiss', { name: nameOf(account) });
  return (
    <PersonCard
      account={account}
      hint={sources.includes('friends_of_friends') ? t('people.ofFriends') : t('people.popular')}
      action={
        <div className="suggested-actions">
          <FollowButton account={account} small />
          <button
            type="button"
            className="icon-button"
            aria-label={label}
            title={label}
            onClick={() => onDismiss(account.id)}
          >
            <X size={18} aria-hidden="true" />
          </button>
        </div>
      }
    />
  );
}
