import { useQuery, useQueryClient } from '@tanstack/react-query';
import { BellOff, BellRing, ChevronRight, UserRoundCheck } from 'lucide-react';
import type { mastodon } from 'masto';
import { useCallback, useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';

import { api } from '../api/client';
import { pageOf } from '../api/paging';
import type { Notification } from '../api/types';
import { Empty } from '../error/empty';
import { Failure } from '../error/failure';
import { LATER } from '../i18n/i18n';
import { useFollowRequestCount } from '../relation/follow-requests';
import { SignedIn } from '../session/signed-in';
import { PageHeader } from '../shell/page-header';
import { Tabs } from '../shell/tabs';
import { useHear } from '../stream/channels';
import { Fresh } from '../timeline/fresh';
import { More } from '../timeline/more';
import { PostSkeletons } from '../timeline/skeletons';
import '../timeline/timeline.scss';
import { usePages } from '../timeline/use-pages';
import { NotificationCard } from './notification-card';
import './notifications.scss';
import { usePolicy } from './policy';
import { UNREAD_KEY, isNewer } from './unread';

type Filter = 'all' | 'mentions' | 'follows' | 'reactions';

const TYPES: Record<Filter, mastodon.v1.NotificationType[] | undefined> = {
  all: undefined,
  mentions: ['mention'],
  follows: ['follow', 'follow_request'],
  reactions: ['favourite', 'reblog'],
};

/** What others did that concerns oneself. */
export function NotificationsPage() {
  const { t } = useTranslation(LATER);
  return (
    <>
      <PageHeader title={t('nav.notifications')} />
      <SignedIn>
        <Notifications />
      </SignedIn>
    </>
  );
}

function Notifications() {
  const { t } = useTranslation(LATER);
  const [params] = useSearchParams();
  const asked = params.get('show');
  const filter = (Object.keys(TYPES) as Filter[]).find((each) => each === asked) ?? 'all';
  const path = (each: Filter): string => (each === 'all' ? '/notifications' : `/notifications?show=${each}`);
  return (
    <>
      <Tabs
        label={t('notifications.filters')}
        current={path(filter)}
        tabs={[
          { to: path('all'), label: t('notifications.all') },
          { to: path('mentions'), label: t('notifications.mentions') },
          { to: path('follows'), label: t('notifications.follows') },
          { to: path('reactions'), label: t('notifications.reactions') },
        ]}
      />
      <WaitingRequests />
      <SetApart />
      <NotificationList key={filter} filter={filter} />
    </>
  );
}

/** The way to those who ask to follow, which a phone's few tabs have no place for. */
function WaitingRequests() {
  const { t } = useTranslation(LATER);
  const count = useFollowRequestCount();
  if (count === 0) {
    return null;
  }
  return (
    <Link to="/follow-requests" className="waiting-requests">
      <UserRoundCheck size={20} aria-hidden="true" />
      {t('relation.waiting', { count })}
      <ChevronRight size={18} aria-hidden="true" />
    </Link>
  );
}

/** The way to those whose notifications one's policy has set apart. */
function SetApart() {
  const { t } = useTranslation(LATER);
  const count = usePolicy().data?.summary.pendingRequestsCount ?? 0;
  if (count === 0) {
    return null;
  }
  return (
    <Link to="/notifications/requests" className="waiting-requests">
      <BellOff size={20} aria-hidden="true" />
      {t('policy.waiting', { count })}
      <ChevronRight size={18} aria-hidden="true" />
    </Link>
  );
}

function NotificationList({ filter }: { filter: Filter }) {
  const { t } = useTranslation(LATER);
  const types = TYPES[filter];
  const queryKey = useMemo(() => ['notifications', 'list', filter], [filter]);
  const list = usePages<Notification>(
    queryKey,
    (cursor) => pageOf(api.v1.notifications.list.$raw({ limit: 30, ...(types && { types }), ...cursor })),
    true,
  );
  const fetchSince = useCallback(
    async (sinceId: string) => api.v1.notifications.list({ limit: 40, sinceId, ...(types && { types }) }),
    [types],
  );
  const accepts = useCallback(({ type }: Notification) => types === undefined || types.includes(type), [types]);
  const { refetch } = list;
  useHear(
    list.isSuccess && list.items.length === 0 ? 'notifications' : undefined,
    useCallback(() => void refetch(), [refetch]),
  );
  const lastRead = useLastRead(filter === 'all' ? list.items[0]?.id : undefined);
  if (list.isPending) {
    return <PostSkeletons count={4} />;
  }
  if (list.isError && list.items.length === 0) {
    return <Failure error={list.error} retry={() => void list.refetch()} />;
  }
  return (
    <section aria-label={t('nav.notifications')}>
      {list.items.length === 0 && (
        <Empty Icon={BellRing} title={t('notifications.emptyTitle')} text={t('notifications.emptyText')} />
      )}
      {list.items[0] !== undefined && (
        <Fresh
          queryKey={queryKey}
          newest={list.items[0]}
          sources={{ fetchSince, channel: 'notifications', accepts }}
          text={(count) => t('notifications.fresh', { count })}
          atOnce
        />
      )}
      {list.items.map((notification) => (
        <NotificationCard
          key={notification.id}
          notification={notification}
          unread={lastRead !== undefined && isNewer(notification.id, lastRead)}
        />
      ))}
      {list.items.length > 0 && <More list={list} />}
    </section>
  );
}

/** The last that was seen before this visit; from now on it is the newest. */
function useLastRead(newest: string | undefined): string | undefined {
  const queries = useQueryClient();
  const marker = useQuery({
    queryKey: ['notifications', 'marker'],
    queryFn: () => api.v1.markers.fetch({ timeline: ['notifications'] }),
    staleTime: 0,
    gcTime: 0,
    refetchOnMount: 'always',
  });
  const lastRead = marker.isSuccess ? (marker.data.notifications?.lastReadId ?? '0') : undefined;
  useEffect(() => {
    if (newest !== undefined && lastRead !== undefined && isNewer(newest, lastRead)) {
      void api.v1.markers
        .create({ notifications: { lastReadId: newest } })
        .then(() => queries.setQueryData(UNREAD_KEY, 0));
    }
  }, [newest, lastRead, queries]);
  return lastRead;
}
