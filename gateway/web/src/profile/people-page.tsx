import { UsersRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { api } from '../api/client';
import { pageOf } from '../api/paging';
import type { Account } from '../api/types';
import { Empty } from '../error/empty';
import { LATER } from '../i18n/i18n';
import { profilePath } from '../shell/nav-items';
import { PageHeader } from '../shell/page-header';
import { Tabs } from '../shell/tabs';
import { nameOf } from './names';
import { PeopleList } from './people-list';
import { PersonPage } from './person-page';

type Side = 'followers' | 'following';

/** Who follows a person. */
export function FollowersPage() {
  return <PersonPage>{(account) => <People account={account} side="followers" />}</PersonPage>;
}

/** Whom a person follows. */
export function FollowingPage() {
  return <PersonPage>{(account) => <People account={account} side="following" />}</PersonPage>;
}

function People({ account, side }: { account: Account; side: Side }) {
  const { t } = useTranslation(LATER);
  const path = profilePath(account);
  const label = side === 'followers' ? t('profile.followersTitle') : t('profile.followingTitle');
  const people = api.v1.accounts.$select(account.id)[side];
  return (
    <>
      <PageHeader title={nameOf(account)} hint={label} back />
      <Tabs
        label={t('profile.peopleViews')}
        tabs={[
          { to: `${path}/followers`, label: t('profile.followersTitle') },
          { to: `${path}/following`, label: t('profile.followingTitle') },
        ]}
      />
      <PeopleList<Account>
        key={side}
        label={label}
        queryKey={['people', account.id, side]}
        fetchPage={(cursor) => pageOf(people.list.$raw({ limit: 40, ...cursor }))}
        empty={<Empty Icon={UsersRound} title={t('profile.nobody')} />}
      />
    </>
  );
}
