import { ListX } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';

import { statusOf } from '../api/errors';
import type { UserList } from '../api/types';
import { Empty } from '../error/empty';
import { Failure } from '../error/failure';
import { LATER } from '../i18n/i18n';
import { useSession } from '../session/session';
import { SignedIn } from '../session/signed-in';
import { Loading } from '../shell/loading';
import { PageHeader } from '../shell/page-header';
import { useList } from './user-lists';

/** Shows a page of the list that the address names, if it is there and one's own. */
export function KnownList({ children }: { children: (list: UserList) => ReactNode }) {
  const { t } = useTranslation(LATER);
  const { id = '' } = useParams();
  if (useSession() === null) {
    return (
      <>
        <PageHeader title={t('lists.title')} />
        <SignedIn>{null}</SignedIn>
      </>
    );
  }
  return (
    <Known key={id} id={id}>
      {children}
    </Known>
  );
}

function Known({ id, children }: { id: string; children: (list: UserList) => ReactNode }) {
  const { t } = useTranslation(LATER);
  const { data, error, isError, refetch } = useList(id);
  if (data !== undefined) {
    return children(data);
  }
  const missing = [400, 404].includes(statusOf(error));
  return (
    <>
      <PageHeader title={t('lists.title')} back />
      {missing ? (
        <Empty Icon={ListX} title={t('lists.goneTitle')}>
          <Link to="/lists" className="btn btn-primary">
            {t('lists.title')}
          </Link>
        </Empty>
      ) : isError ? (
        <Failure error={error} retry={() => void refetch()} />
      ) : (
        <Loading />
      )}
    </>
  );
}
