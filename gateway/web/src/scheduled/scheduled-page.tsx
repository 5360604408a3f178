import { CalendarClock } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { api } from '../api/client';
import { type Cursor, type Page, pageOf } from '../api/paging';
import type { ScheduledStatus } from '../api/types';
import { useComposer } from '../compose/composer-context';
import { SCHEDULED_KEY } from '../compose/scheduled-posts';
import { Empty } from '../error/empty';
import { Failure } from '../error/failure';
import { LATER } from '../i18n/i18n';
import { SignedIn } from '../session/signed-in';
import { Loading } from '../shell/loading';
import { PageHeader } from '../shell/page-header';
import { More } from '../timeline/more';
import '../timeline/timeline.scss';
import { usePages } from '../timeline/use-pages';
import { ScheduledCard } from './scheduled-card';
import './scheduled.scss';

/** What one has written for a time to come. */
export function ScheduledPage() {
  const { t } = useTranslation(LATER);
  return (
    <>
      <PageHeader title={t('schedule.title')} back />
      <SignedIn>
        <Scheduled />
      </SignedIn>
    </>
  );
}

async function fetchPage(cursor: Cursor): Promise<Page<ScheduledStatus>> {
  const { items, next } = await pageOf(api.v1.scheduledStatuses.list.$raw({ limit: 20, ...cursor }));
  return { items: items as unknown as ScheduledStatus[], next };
}

function Scheduled() {
  const { t } = useTranslation(LATER);
  const { open } = useComposer();
  const list = usePages(SCHEDULED_KEY, fetchPage);
  if (list.isPending) {
    return <Loading />;
  }
  if (list.isError && list.items.length === 0) {
    return <Failure error={list.error} retry={() => void list.refetch()} />;
  }
  if (list.items.length === 0) {
    return (
      <Empty Icon={CalendarClock} title={t('schedule.emptyTitle')} text={t('schedule.emptyText')}>
        <button type="button" className="btn btn-primary" onClick={() => open({})}>
          {t('compose.new')}
        </button>
      </Empty>
    );
  }
  return (
    <section aria-label={t('schedule.title')}>
      {list.items.map((post) => (
        <ScheduledCard key={post.id} post={post} />
      ))}
      <More list={list} />
    </section>
  );
}
