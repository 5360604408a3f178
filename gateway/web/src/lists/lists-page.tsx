import { List, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';

import { Empty } from '../error/empty';
import { Failure } from '../error/failure';
import { LATER } from '../i18n/i18n';
import { SignedIn } from '../session/signed-in';
import { Loading } from '../shell/loading';
import { PageHeader } from '../shell/page-header';
import { ListForm } from './list-form';
import './lists.scss';
import { useLists } from './user-lists';

/** The people whom one follows, sorted as one likes. */
export function ListsPage() {
  const { t } = useTranslation(LATER);
  return (
    <>
      <PageHeader title={t('lists.title')} />
      <SignedIn>
        <div className="lists">
          <Lists />
        </div>
      </SignedIn>
    </>
  );
}

function Lists() {
  const { t } = useTranslation(LATER);
  const navigate = useNavigate();
  const [making, setMaking] = useState(false);
  const lists = useLists();
  if (lists.data === undefined) {
    return lists.isError ? <Failure error={lists.error} retry={() => void lists.refetch()} /> : <Loading />;
  }
  if (making) {
    return <ListForm onSaved={({ id }) => void navigate(`/lists/${id}/edit`)} onCancel={() => setMaking(false)} />;
  }
  return (
    <>
      {lists.data.length === 0 ? (
        <Empty Icon={List} title={t('lists.emptyTitle')} text={t('lists.emptyText')} />
      ) : (
        <ul className="list-rows" aria-label={t('lists.title')}>
          {lists.data.map(({ id, title }) => (
            <li key={id}>
              <Link to={`/lists/${id}`}>
                <bdi>{title}</bdi>
              </Link>
              <Link to={`/lists/${id}/edit`} className="btn btn-sm btn-quiet">
                {t('filter.change')} <span className="visually-hidden">{title}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
      <button type="button" className="btn btn-primary" onClick={() => setMaking(true)}>
        <Plus size={16} aria-hidden="true" /> {t('lists.new')}
      </button>
    </>
  );
}
