import { Images, MessageSquareDashed, ShieldBan } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';

import { api } from '../api/client';
import { pageOf } from '../api/paging';
import type { Account } from '../api/types';
import { Empty } from '../error/empty';
import { LATER } from '../i18n/i18n';
import { useFamiliarFollowers } from '../relation/familiar-followers';
import { useRelationship, useRelationshipIsLoading } from '../relation/use-relationship';
import { PageHeader } from '../shell/page-header';
import { profilePath } from '../shell/nav-items';
import { Tabs } from '../shell/tabs';
import { Timeline } from '../timeline/timeline';
import { nameOf } from './names';
import { PersonPage } from './person-page';
import { PinnedPosts, usePinnedPosts } from './pinned-posts';
import { ProfileFeatures, useEndorsed, useFeaturedTags } from './profile-features';
import { ProfileHead } from './profile-head';
import { ProfileSkeleton } from './profile-skeleton';

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
  const { t } = useTranslation(LATER);
  const complete = useIsComplete(account);
  return (
    <>
      {!complete && <ProfileSkeleton title={nameOf(account)} />}
      <div hidden={!complete}>
        {complete && (
          <PageHeader title={nameOf(account)} hint={t('profile.postCount', { count: account.statusesCount })} back />
        )}
        <ProfileHead account={account} />
        {account.suspended !== true && <ProfilePosts account={account} view={view} />}
      </div>
    </>
  );
}

const LONGEST_WAIT = 4_000;

/** Whether all is there that stands above the posts, so that nothing pushes them down later; if it takes long, they come first. */
function useIsComplete(account: Account): boolean {
  const relationship = useRelationshipIsLoading(account.id);
  const familiar = useFamiliarFollowers(account).isLoading;
  const pinned = usePinnedPosts(account).isLoading;
  const featured = [useEndorsed(account), useFeaturedTags(account)].some(({ isLoading }) => isLoading);
  const [waited, setWaited] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setWaited(true), LONGEST_WAIT);
    return () => clearTimeout(timer);
  }, []);
  return waited || !(relationship || familiar || pinned || featured);
}

function ProfilePosts({ account, view }: { account: Account; view: View }) {
  const { t } = useTranslation(LATER);
  const path = profilePath(account);
  const posts = api.v1.accounts.$select(account.id).statuses;
  const relationship = useRelationship(account.id);
  const [params] = useSearchParams();
  const tagged = (view === 'posts' && params.get('tagged')) || undefined;
  const name = { name: nameOf(account) };
  if (relationship?.blockedBy === true) {
    return <Empty Icon={ShieldBan} title={t('relation.blockedBy', name)} />;
  }
  if (relationship?.blocking === true) {
    return <Empty Icon={ShieldBan} title={t('relation.blocked', name)} text={t('relation.blockText')} />;
  }
  return (
    <>
      <ProfileFeatures account={account} />
      <Tabs
        label={t('profile.views')}
        tabs={[
          { to: path, label: t('profile.posts') },
          { to: `${path}/with_replies`, label: t('profile.replies') },
          { to: `${path}/media`, label: t('profile.media') },
        ]}
      />
      {view === 'posts' && tagged === undefined && <PinnedPosts account={account} />}
      <Timeline
        key={`${view} ${tagged}`}
        label={t('profile.postsOf', name)}
        queryKey={['profile-posts', account.id, view, tagged]}
        place="account"
        fetchPage={(cursor) => pageOf(posts.list.$raw({ limit: 20, ...(tagged === undefined ? FILTERS[view] : { tagged }), ...cursor }))}
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
