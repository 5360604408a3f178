import { UserRoundX } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { statusOf } from '../api/errors';
import type { Account } from '../api/types';
import { Empty } from '../error/empty';
import { Failure } from '../error/failure';
import { NotFoundPage } from '../error/not-found-page';
import { LATER } from '../i18n/i18n';
import { PageHeader } from '../shell/page-header';
import { ProfileSkeleton } from './profile-skeleton';
import { useAccount, useHandle } from './use-account';

/** A page about the person in the address, once it is known who that is. */
export function PersonPage({ children }: { children: (account: Account) => ReactNode }) {
  const handle = useHandle();
  return handle === null ? <NotFoundPage /> : <KnownPerson key={handle} acct={handle} show={children} />;
}

function KnownPerson({ acct, show }: { acct: string; show: (account: Account) => ReactNode }) {
  const { t } = useTranslation(LATER);
  const account = useAccount(acct);
  if (account.isPending) {
    return <ProfileSkeleton title={`@${acct}`} />;
  }
  if (account.isSuccess) {
    return show(account.data);
  }
  return (
    <>
      <PageHeader title={`@${acct}`} back />
      {statusOf(account.error) === 404 ? (
        <Empty Icon={UserRoundX} title={t('profile.goneTitle')} text={t('profile.goneText', { name: acct })}>
          <Link to={`/search?q=${encodeURIComponent(acct)}`} className="btn btn-primary">
            {t('nav.search')}
          </Link>
        </Empty>
      ) : (
        <Failure error={account.error} retry={() => void account.refetch()} />
      )}
    </>
  );
}
