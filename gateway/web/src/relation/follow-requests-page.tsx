import { UserRoundCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { api } from '../api/client';
import { pageOf } from '../api/paging';
import type { Account } from '../api/types';
import { Empty } from '../error/empty';
import { LATER } from '../i18n/i18n';
import { PeopleList } from '../profile/people-list';
import { SignedIn } from '../session/signed-in';
import { PageHeader } from '../shell/page-header';
import { FollowRequestActions } from './follow-request-actions';
import { FOLLOW_REQUESTS_KEY } from './follow-requests';

/** Who would like to follow oneself, and waits for an answer. */
export function FollowRequestsPage() {
  const { t } = useTranslation(LATER);
  return (
    <>
      <PageHeader title={t('relation.requests')} back />
      <SignedIn>
        <PeopleList<Account>
          label={t('relation.requests')}
          queryKey={[...FOLLOW_REQUESTS_KEY, 'list']}
          fetchPage={(cursor) => pageOf(api.v1.followRequests.list.$raw({ limit: 40, ...cursor }))}
          empty={
            <Empty Icon={UserRoundCheck} title={t('relation.requestsEmptyTitle')} text={t('relation.requestsEmptyText')} />
          }
          action={(account) => <FollowRequestActions account={account} />}
        />
      </SignedIn>
    </>
  );
}
