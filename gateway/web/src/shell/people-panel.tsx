import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { api } from '../api/client';
import type { Account } from '../api/types';
import { Avatar } from '../profile/avatar';
import { FollowButton } from '../profile/follow-button';
import { nameOf } from '../profile/names';
import { useSession } from '../session/session';
import { profilePath } from './nav-items';

const FEW = 4;

/** People who wrote for everybody lately, whom one does not follow yet. */
async function findPeople(myId: string): Promise<Account[]> {
  const posts = await api.v1.timelines.public.list({ limit: 40 });
  const authors = new Map(posts.map(({ account }) => [account.id, account]));
  authors.delete(myId);
  if (authors.size === 0) {
    return [];
  }
  const known = await api.v1.accounts.relationships.fetch({ id: [...authors.keys()] });
  return known
    .filter((it) => !it.following && !it.requested && !it.blocking && !it.muting)
    .flatMap(({ id }) => authors.get(id) ?? [])
    .slice(0, FEW);
}

/** Whom one could follow. */
export function PeoplePanel() {
  const { t } = useTranslation();
  const me = useSession();
  const { data = [] } = useQuery({
    queryKey: ['who-to-follow', me?.id],
    queryFn: () => findPeople(me?.id ?? ''),
    enabled: me !== null && matchMedia('(min-width: 1080px)').matches,
    staleTime: 10 * 60_000,
  });
  if (data.length === 0) {
    return null;
  }
  return (
    <section className="panel side-panel" aria-labelledby="people-title">
      <h2 id="people-title">{t('people.title')}</h2>
      <ul className="side-people">
        {data.map((account) => (
          <li key={account.id}>
            <Link to={profilePath(account)} className="side-person">
              <Avatar account={account} size={40} />
              <span className="account-names">
                <bdi className="account-name">{nameOf(account)}</bdi>
                <span className="quiet">@{account.acct}</span>
              </span>
            </Link>
            <FollowButton account={account} small />
          </li>
        ))}
      </ul>
    </section>
  );
}
