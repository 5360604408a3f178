import { Images, MessageSquareDashed, ShieldBan } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { api } from '../api/client';
import { pageOf } from '../api/paging';
import type { Account } from '../api/types';
import { Empty } from '../error/empty';
import { useRelationship } from '../relation/use-relationship';
import { PageHeader } from '../shell/page-header';
import { profilePath } from '../shell/nav-items';
import { Tabs } from '../shell/tabs';
import { Timeline } from '../timeline/timeline';
import { nameOf } from './names';
import { PersonPage } from './person-page';
import { PinnedPosts } from './pinned-posts';
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
  return (
    <>
      <PageHeader title={nameOf(account)} hint={t('profile.postCount', { count: account.statusesCount })} back />
      <ProfileHead account={account} />
      {account.suspended !== true && <ProfilePosts account={account} view={view} />}
    </>
  );
}

function ProfilePosts({ account, view }: { account: Account; view: View }) {
  const { t } = useTranslation();
  const path = profilePath(account);
  const posts = api.v1.accounts.$select(account.id).statuses;
  const relationship = useRelationship(account.id);
  const name = { name: nameOf(account) };
  if (relationship?.blockedBy === true) {
    return <Empty Icon={ShieldBan} title={t('relation.blockedBy', name)} />;
  }
  if (relationship?.blocking === true) {
    return <Empty Icon={ShieldBan} title={t('relation.blocked', name)} text={t('relation.blockText')} />;
  }
  return (
    <>
      <Tabs
        label={t('profile.views')}
        tabs={[
          { to: path, label: t('profile.posts') },
          { to: `${path}/with_replies`, label: t('profile.replies') },
          { to: `${path}/media`, label: t('profile.media') },
        ]}
      />
      {view === 'posts' && <PinnedPosts account={account} />}
      <Timeline
        key={view}
        label={t('profile.postsOf', name)}
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
