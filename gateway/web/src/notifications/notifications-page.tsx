import { type QueryKey, useQuery, useQueryClient } from '@tanstack/react-query';
import { BellOff, BellRing, ChevronRight, UserRoundCheck } from 'lucide-react';
import { useCallback, useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';

import { api } from '../api/client';
import { Empty } from '../error/empty';
import { Failure } from '../error/failure';
import { LATER } from '../i18n/i18n';
import { useFollowRequestCount } from '../relation/follow-requests';
import { useSession } from '../session/session';
import { SignedIn } from '../session/signed-in';
import { actsOnPeople, handlesReports } from '../session/staff';
import { PageHeader } from '../shell/page-header';
import { Tabs } from '../shell/tabs';
import { useHear } from '../stream/channels';
import { FreshPill } from '../timeline/fresh';
import { More } from '../timeline/more';
import { PostSkeletons } from '../timeline/skeletons';
import '../timeline/timeline.scss';
import { usePages } from '../timeline/use-pages';
import { type Group, NOTIFICATIONS_KEY } from './groups';
import { fetchGroups } from './groups-api';
import { type Kind, kindsOf, pathOf, seldomChoices, type Shown, shownBy } from './kinds';
import { NotificationCard } from './notification-card';
import './notifications.scss';
import { NotificationsMenu } from './notifications-menu';
import { usePolicy } from './policy';
import { UNREAD_KEY, isNewer, tellRead } from './unread';
import { useFreshGroups } from './use-fresh-groups';

/** What others did that concerns oneself. */
export function NotificationsPage() {
  const { t } = useTranslation(LATER);
  const me = useSession();
  const [params] = useSearchParams();
  const shown = shownBy(params.get('show'));
  const choices = seldomChoices(t, me !== null && (handlesReports(me) || actsOnPeople(me)));
  const hint = choices.find((choice) => choice.shown === shown)?.label;
  return (
    <>
      <PageHeader title={t('nav.notifications')} {...(hint !== undefined && { hint })}>
        {me !== null && <NotificationsMenu choices={choices} shown={shown} />}
      </PageHeader>
      <SignedIn>
        <Notifications shown={shown} />
      </SignedIn>
    </>
  );
}

function Notifications({ shown }: { shown: Shown }) {
  const { t } = useTranslation(LATER);
  return (
    <>
      <Tabs
        label={t('notifications.filters')}
        current={pathOf(shown)}
        tabs={[
          { to: pathOf('all'), label: t('notifications.all') },
          { to: pathOf('mentions'), label: t('notifications.mentions') },
          { to: pathOf('follows'), label: t('notifications.follows') },
          { to: pathOf('reactions'), label: t('notifications.reactions') },
        ]}
      />
      <WaitingRequests />
      <SetApart />
      <NotificationList key={shown} shown={shown} />
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

function NotificationList({ shown }: { shown: Shown }) {
  const { t } = useTranslation(LATER);
  const kinds = kindsOf(shown);
  const queryKey = useMemo(() => [...NOTIFICATIONS_KEY, shown], [shown]);
  const list = usePages<Group>(queryKey, (cursor) => fetchGroups(kinds, cursor), true);
  const { refetch } = list;
  useHear(
    list.isSuccess && list.items.length === 0 ? 'notifications' : undefined,
    useCallback(() => void refetch(), [refetch]),
  );
  const newest = list.items[0]?.newest;
  const lastRead = useLastRead(shown === 'all' ? newest : undefined);
  if (list.isPending) {
    return <PostSkeletons count={4} />;
  }
  if (list.isError && list.items.length === 0) {
    return <Failure error={list.error} retry={() => void list.refetch()} />;
  }
  return (
    <section aria-label={t('nav.notifications')}>
      {newest === undefined ? (
        <Empty Icon={BellRing} title={t('notifications.emptyTitle')} text={t('notifications.emptyText')} />
      ) : (
        <News queryKey={queryKey} kinds={kinds} newest={newest} />
      )}
      {list.items.map((group) => (
        <NotificationCard
          key={group.id}
          group={group}
          unread={lastRead !== undefined && isNewer(group.newest, lastRead)}
        />
      ))}
      {list.items.length > 0 && <More list={list} />}
    </section>
  );
}

function News({ queryKey, kinds, newest }: { queryKey: QueryKey; kinds: Kind[] | undefined; newest: string }) {
  const { t } = useTranslation(LATER);
  const { count, show } = useFreshGroups(queryKey, kinds, newest);
  return <FreshPill count={count} text={(fresh) => t('notifications.fresh', { count: fresh })} onShow={show} />;
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
        .then(() => {
          queries.setQueryData(UNREAD_KEY, 0);
          tellRead();
        });
    }
  }, [newest, lastRead, queries]);
  return lastRead;
}
