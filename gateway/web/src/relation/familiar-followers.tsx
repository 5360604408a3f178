import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { api } from '../api/client';
import type { Account } from '../api/types';
import { useFormat } from '../i18n/format';
import { LATER } from '../i18n/i18n';
import { isolated } from '../i18n/isolated';
import { useSession } from '../session/session';
import { profilePath } from '../shell/nav-items';
import { Avatar } from '../profile/avatar';
import { nameOf } from '../profile/names';

const FACES = 3;
const NAMES = 2;

async function familiarWith(id: string): Promise<Account[]> {
  // Masto's type says a list, but only an object with the list is sent as the API wants it.
  const params = { id: [id] } as unknown as string[];
  const [found] = await api.v1.accounts.familiarFollowers.fetch(params);
  return found?.accounts ?? [];
}

/** Those whom one follows oneself among the followers of a person. */
export function useFamiliarFollowers(account: Account) {
  const me = useSession();
  return useQuery({
    queryKey: ['familiar-followers', account.id],
    queryFn: () => familiarWith(account.id),
    enabled: me !== null && me.id !== account.id,
    staleTime: 5 * 60_000,
    retry: false,
  });
}

/** A reason to trust somebody: whom one follows oneself among their followers. */
export function FamiliarFollowers({ account }: { account: Account }) {
  const { t, i18n } = useTranslation(LATER);
  const format = useFormat();
  const { data: people = [] } = useFamiliarFollowers(account);
  if (people.length === 0) {
    return null;
  }
  const rest = people.length - NAMES;
  const names = people.slice(0, NAMES).map((person) => isolated(nameOf(person), i18n.dir()));
  const shown = rest > 0 ? [...names, t('profile.othersYouKnow', { count: rest })] : names;
  return (
    <p className="familiar quiet">
      <span className="familiar-faces">
        {people.slice(0, FACES).map((person) => (
          <Link key={person.id} to={profilePath(person)} aria-label={nameOf(person)}>
            <Avatar account={person} size={28} />
          </Link>
        ))}
      </span>
      <span>{t('profile.familiar', { names: format.list(shown) })}</span>
    </p>
  );
}
