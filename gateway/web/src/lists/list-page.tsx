import { List, SlidersHorizontal } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { api } from '../api/client';
import { pageOf } from '../api/paging';
import type { UserList } from '../api/types';
import { Empty } from '../error/empty';
import { LATER } from '../i18n/i18n';
import { PageHeader } from '../shell/page-header';
import { Timeline } from '../timeline/timeline';
import { KnownList } from './known-list';
import { listTimelineKey } from './user-lists';

/** What the people on a list write. */
export function ListPage() {
  return <KnownList>{(list) => <ListTimeline list={list} />}</KnownList>;
}

function ListTimeline({ list: { id, title } }: { list: UserList }) {
  const { t } = useTranslation(LATER);
  const timeline = api.v1.timelines.list.$select(id);
  return (
    <>
      <PageHeader title={title} back>
        <Link to={`/lists/${id}/edit`} className="icon-button" aria-label={t('lists.edit')} title={t('lists.edit')}>
          <SlidersHorizontal size={20} aria-hidden="true" />
        </Link>
      </PageHeader>
      <Timeline
        label={title}
        queryKey={listTimelineKey(id)}
        channel={`list/${id}`}
        place="home"
        fetchPage={(cursor) => pageOf(timeline.list.$raw({ limit: 20, ...cursor }))}
        fetchSince={async (sinceId) => timeline.list({ limit: 40, sinceId })}
        empty={
          <Empty Icon={List} title={t('timeline.publicEmptyTitle')} text={t('lists.quiet')}>
            <Link to={`/lists/${id}/edit`} className="btn btn-primary">
              {t('lists.members')}
            </Link>
          </Empty>
        }
      />
    </>
  );
}
