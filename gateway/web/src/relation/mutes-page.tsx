import { Volume2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { api } from '../api/client';
import { pageOf } from '../api/paging';
import type { MutedAccount } from '../api/types';
import { Empty } from '../error/empty';
import { useFormat } from '../i18n/format';
import { LATER } from '../i18n/i18n';
import { PeopleList } from '../profile/people-list';
import { SignedIn } from '../session/signed-in';
import { PageHeader } from '../shell/page-header';
import { MuteButton } from './silence-button';

/** Whom one has muted, and until when. */
export function MutesPage() {
  const { t } = useTranslation(LATER);
  const format = useFormat();
  const untilWhen = ({ muteExpiresAt }: MutedAccount): string | undefined =>
    muteExpiresAt == null ? undefined : t('relation.until', { when: format.full(muteExpiresAt) });
  return (
    <>
      <PageHeader title={t('relation.mutes')} back />
      <SignedIn>
        <PeopleList<MutedAccount>
          label={t('relation.mutes')}
          queryKey={['people', 'mutes']}
          fetchPage={(cursor) => pageOf<MutedAccount>(api.v1.mutes.list.$raw({ limit: 40, ...cursor }))}
          empty={<Empty Icon={Volume2} title={t('relation.mutesEmpty')} text={t('relation.muteHint')} />}
          hint={untilWhen}
          action={(account) => <MuteButton account={account} />}
        />
      </SignedIn>
    </>
  );
}
