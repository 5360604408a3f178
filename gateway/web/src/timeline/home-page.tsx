import { Sprout } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { api } from '../api/client';
import { pageOf } from '../api/paging';
import { InlineComposer } from '../compose/inline-composer';
import { Empty } from '../error/empty';
import { SuggestedPeople } from '../relation/suggested-people';
import { PageHeader } from '../shell/page-header';
import { Timeline } from './timeline';
import { HOME_KEY } from './timeline-keys';

/** What the people write whom one follows. */
export function HomePage() {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader title={t('nav.home')} />
      <InlineComposer />
      <Timeline
        label={t('timeline.home')}
        queryKey={HOME_KEY}
        channel="home"
        place="home"
        fetchPage={(cursor) => pageOf(api.v1.timelines.home.list.$raw({ limit: 20, ...cursor }))}
        fetchSince={async (sinceId) => api.v1.timelines.home.list({ limit: 40, sinceId })}
        empty={
          <>
            <Empty Icon={Sprout} title={t('timeline.homeEmptyTitle')} text={t('timeline.homeEmptyText')}>
              <Link to="/explore" className="btn btn-primary">
                {t('timeline.findPeople')}
              </Link>
              <Link to="/search" className="btn btn-quiet">
                {t('nav.search')}
              </Link>
            </Empty>
            <SuggestedPeople />
          </>
        }
      />
    </>
  );
}
