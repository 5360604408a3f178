import { Star } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { api } from '../api/client';
import { pageOf } from '../api/paging';
import { Empty } from '../error/empty';
import { LATER } from '../i18n/i18n';
import { SignedIn } from '../session/signed-in';
import { PageHeader } from '../shell/page-header';
import { Timeline } from './timeline';

/** The posts that one has marked with a star. */
export function FavouritesPage() {
  const { t } = useTranslation(LATER);
  return (
    <>
      <PageHeader title={t('nav.favourites')} />
      <SignedIn>
        <Timeline
          label={t('nav.favourites')}
          queryKey={['timeline', 'favourites']}
          fetchPage={(cursor) => pageOf(api.v1.favourites.list.$raw({ limit: 20, ...cursor }))}
          empty={<Empty Icon={Star} title={t('timeline.favouritesEmptyTitle')} text={t('timeline.favouritesEmptyText')} />}
        />
      </SignedIn>
    </>
  );
}
