import { ShieldCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { api } from '../api/client';
import { pageOf } from '../api/paging';
import type { Account } from '../api/types';
import { Empty } from '../error/empty';
import { LATER } from '../i18n/i18n';
import { PeopleList } from '../profile/people-list';
import { SignedIn } from '../session/signed-in';
import { PageHeader } from '../shell/page-header';
import { BlockButton } from './silence-button';

/** Whom one has blocked. */
export function BlocksPage() {
  const { t } = useTranslation(LATER);
  return (
    <>
      <PageHeader title={t('relation.blocks')} back />
      <SignedIn>
        <PeopleList<Account>
          label={t('relation.blocks')}
          queryKey={['people', 'blocks']}
          fetchPage={(cursor) => pageOf(api.v1.blocks.list.$raw({ limit: 40, ...cursor }))}
          empty={<Empty Icon={ShieldCheck} title={t('relation.blocksEmpty')} text={t('relation.blockText')} />}
          action={(account) => <BlockButton account={account} />}
        />
      </SignedIn>
    </>
  );
}
