import { MessageSquareQuote } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';

import { api } from '../api/client';
import { type Cursor, pageOf } from '../api/paging';
import { Empty } from '../error/empty';
import { LATER } from '../i18n/i18n';
import { SignedIn } from '../session/signed-in';
import { PageHeader } from '../shell/page-header';
import { Timeline } from '../timeline/timeline';

/** Masto's type knows of no pages here, though the API has them. */
function asParams(cursor: Cursor): undefined {
  return { limit: 20, ...cursor } as unknown as undefined;
}

/** Who quoted a post, and what they say of it. */
export function QuotesPage() {
  const { t } = useTranslation(LATER);
  const { id = '' } = useParams();
  return (
    <>
      <PageHeader title={t('quote.who')} back />
      <SignedIn>
        <Timeline
          label={t('quote.who')}
          queryKey={['timeline', 'quotes', id]}
          fetchPage={(cursor) => pageOf(api.v1.statuses.$select(id).quotes.list.$raw(asParams(cursor)))}
          empty={<Empty Icon={MessageSquareQuote} title={t('quote.none')} />}
        />
      </SignedIn>
    </>
  );
}
