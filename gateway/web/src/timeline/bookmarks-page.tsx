import { Bookmark } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { api } from '../api/client';
import { pageOf } from '../api/paging';
import { Empty } from '../error/empty';
import { LATER } from '../i18n/i18n';
import { SignedIn } from '../session/signed-in';
import { PageHeader } from '../shell/page-header';
import { Timeline } from './timeline';

/** The posts that one has kept for later. */
export function BookmarksPage() {
  const { t } = useTranslation(LATER);
  return (
    <>
      <PageHeader title={t('nav.bookmarks')} />
      <SignedIn>
        <Timeline
          label={t('nav.bookmarks')}
          queryKey={['timeline', 'bookmarks']}
          fetchPage={(cursor) => pageOf(api.v1.bookmarks.list.$raw({ limit: 20, ...cursor }))}
          empty={<Empty Icon={Bookmark} title={t('timeline.bookmarksEmptyTitle')} text={t('timeline.bookmarksEmptyText')} />}
        />
      </SignedIn>
    </>
  );
}
