import { Images, MessageSquareDashed } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { api } from '../api/client';
import { pageOf } from '../api/paging';
import type { Account } from '../api/types';
import { Empty } from '../error/empty';
import { PageHeader } from '../shell/page-header';
import { profilePath } from '../shell/nav-items';
import { Tabs } from '../shell/tabs';
import { Timeline } from '../timeline/timeline';
import { nameOf } from './names';
import { PersonPage } from './person-page';
import { ProfileHead } from './profile-head';

type View = 'posts' | 'replies' | 'media';

/** What a person wrote of their own accord. */
export function ProfilePage() {
  return <PersonPage>{(account) => <Profile account={account} view="posts" />}</PersonPage>;
}

/** With what they answered to others. */
export function ProfileRepliesPage() {
  return <PersonPage>{(account) => <Profile account={account} view="replies" />}</PersonPage>;
}

/** Only what has pictures. */
export function ProfileMediaPage() {
  return <PersonPage>{(account) => <Profile account={account} view="media" />}</PersonPage>;
}

const FILTERS = {
  posts: { excludeReplies: true },
  replies: {},
  media: { onlyMedia: true },
} as const;

function Profile({ account, view }: { account: Account; view: View }) {
  const { t } = useTranslation();
  const path = profilePath(account);
  const posts = api.v1.accounts.$select(account.id).statuses;
  return (
    <>
      <PageHeader title={nameOf(account)} hint={t('profile.postCount', { count: account.statusesCount })} back />
      <ProfileHead account={account} />
      <Tabs
        label={t('profile.views')}
        tabs={[
          { to: path, label: t('profile.posts') },
          { to: `${path}/with_replies`, label: t('profile.replies') },
          { to: `${path}/media`, label: t('profile.media') },
        ]}
      />
      <Timeline
        key={view}
        label={t('profile.postsOf', { name: nameOf(account) })}
        queryKey={['profile-posts', account.id, view]}
        fetchPage={(cursor) => pageOf(posts.list.$raw({ limit: 20, ...FILTERS[view], ...cursor }))}
        empty={
          view === 'media' ? (
            <Empty Icon={Images} title={t('profile.noMedia')} />
          ) : (
            <Empty Icon={MessageSquareDashed} title={t('profile.noPosts')} />
          )
        }
      />
    </>
  );
}
