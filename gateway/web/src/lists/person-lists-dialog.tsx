import Form from 'react-bootstrap/Form';
import Modal from 'react-bootstrap/Modal';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import type { Account } from '../api/types';
import { Failure } from '../error/failure';
import { LATER } from '../i18n/i18n';
import { nameOf } from '../profile/names';
import { Loading } from '../shell/loading';
import { useLists, useListsWith, useMembership } from './user-lists';

/** On which of one's lists somebody is; each choice is done at once. */
export function PersonListsDialog({ account, onClose }: { account: Account; onClose: () => void }) {
  const { t } = useTranslation(LATER);
  const title = t('lists.with', { name: nameOf(account) });
  return (
    <Modal show onHide={onClose} centered scrollable aria-labelledby="person-lists-title">
      <Modal.Header closeButton closeLabel={t('common.close')}>
        <Modal.Title as="h2" id="person-lists-title">
          {title}
        </Modal.Title>
      </Modal.Header>
      <Modal.Body>
        <Choice account={account} title={title} onClose={onClose} />
      </Modal.Body>
    </Modal>
  );
}

function Choice({ account, title, onClose }: { account: Account; title: string; onClose: () => void }) {
  const { t } = useTranslation(LATER);
  const lists = useLists();
  const on = useListsWith(account.id);
  const change = useMembership();
  const error = lists.error ?? on.error;
  if (error !== null) {
    return <Failure error={error} retry={() => void Promise.all([lists.refetch(), on.refetch()])} />;
  }
  if (lists.data === undefined || on.data === undefined) {
    return <Loading />;
  }
  if (lists.data.length === 0) {
    return (
      <>
        <p>{t('lists.emptyText')}</p>
        <Link to="/lists" className="btn btn-primary" onClick={onClose}>
          {t('lists.title')}
        </Link>
      </>
    );
  }
  return (
    <div role="group" aria-label={title}>
      {lists.data.map((list) => (
        <Form.Check
          key={list.id}
          id={`list-${list.id}`}
          label={<bdi>{list.title}</bdi>}
          checked={on.data.some(({ id }) => id === list.id)}
          onChange={(event) => change({ list, account, on: event.target.checked })}
        />
      ))}
    </div>
  );
}
