import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';

import { api } from '../api/client';
import type { Account } from '../api/types';
import { LATER } from '../i18n/i18n';
import { profilePath } from '../shell/nav-items';
import { Avatar } from './avatar';
import { nameOf } from './names';
import './profile-features.scss';

const MOST = 80;

/** The people whom a person shows in their profile. */
export function useEndorsed(account: Account) {
  return useQuery({
    queryKey: ['endorsed', account.id],
    queryFn: async () => api.v1.accounts.$select(account.id).endorsements.list({ limit: MOST }),
    retry: false,
  });
}

/** The hashtags that a person shows in their profile. */
export function useFeaturedTags(account: Account) {
  return useQuery({
    queryKey: ['featured-tags', account.id],
    queryFn: async () => api.v1.accounts.$select(account.id).featuredTags.list(),
    retry: false,
  });
}

/** Whom, and what, a person points to: hashtags choose among their posts. */
export function ProfileFeatures({ account }: { account: Account }) {
  const { t } = useTranslation(LATER);
  const [params] = useSearchParams();
  const { data: people = [] } = useEndorsed(account);
  const { data: tags = [] } = useFeaturedTags(account);
  const path = profilePath(account);
  const chosen = params.get('tagged');
  return (
    <>
      {people.length > 0 && (
        <section className="endorsed" aria-label={t('profile.endorsed', { name: nameOf(account) })}>
          <h3>{t('profile.endorsedTitle')}</h3>
          <ul>
            {people.map((person) => (
              <li key={person.id}>
                <Link to={profilePath(person)}>
                  <Avatar account={person} size={28} />
                  <bdi>{nameOf(person)}</bdi>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      {tags.length > 0 && (
        <nav className="featured-tags" aria-label={t('profile.featuredTags', { name: nameOf(account) })}>
          {tags.map(({ id, name, statusesCount }) => {
            const on = chosen?.toLowerCase() === name.toLowerCase();
            return (
              <Link
                key={id}
                to={on ? path : `${path}?tagged=${encodeURIComponent(name)}`}
                replace
                preventScrollReset
                className="featured-tag"
                aria-current={on ? 'true' : undefined}
              >
                <bdi>#{name}</bdi> <span className="quiet">{t('profile.postCount', { count: Number(statusesCount) })}</span>
              </Link>
            );
          })}
        </nav>
      )}
    </>
  );
}
