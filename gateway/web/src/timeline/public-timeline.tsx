import { MessagesSquare } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { api } from '../api/client';
import { pageOf } from '../api/paging';
import { Empty } from '../error/empty';
import { Timeline } from './timeline';

/** What everybody here writes for all to see. */
export function PublicTimeline() {
  const { t } = useTranslation();
  return (
    <Timeline
      label={t('timeline.public')}
      queryKey={['timeline', 'public']}
      channel="public:local"
      place="public"
      fetchPage={(cursor) => pageOf(api.v1.timelines.public.list.$raw({ limit: 20, ...cursor }))}
      fetchSince={async (sinceId) => api.v1.timelines.public.list({ limit: 40, sinceId })}
      empty={<Empty Icon={MessagesSquare} title={t('timeline.publicEmptyTitle')} text={t('timeline.publicEmptyText')} />}
    />
  );
}
