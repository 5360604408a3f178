import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { Avatar } from '../profile/avatar';
import { Handle } from '../profile/handle';
import { nameOf } from '../profile/names';
import { FollowButton } from '../relation/follow-button';
import { useSuggestions } from '../relation/use-suggestions';
import { profilePath } from './nav-items';

const FEW = 4;

/** Whom one could follow. */
export function PeoplePanel() {
  const { t } = useTranslation();
  const { suggestions } = useSuggestions(matchMedia('(min-width: 1080px)').matches);
  if (suggestions.length === 0) {
    return null;
  }
  return (
    <section className="panel side-panel people-panel" aria-labelledby="people-title">
      <h2 id="people-title">{t('people.title')}</h2>
      <ul className="side-people">
        {suggestions.slice(0, FEW).map(({ account }) => (
          <li key={account.id}>
            <Link to={profilePath(account)} className="side-person">
              <Avatar account={account} size={40} />
              <span className="account-names">
                <bdi className="account-name">{nameOf(account)}</bdi>
                <span className="quiet">
                  <Handle acct={account.acct} />
                </span>
              </span>
            </Link>
            <FollowButton account={account} small />
          </li>
        ))}
      </ul>
    </section>
  );
}
