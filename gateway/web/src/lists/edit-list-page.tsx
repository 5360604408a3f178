import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';

import { api } from '../api/client';
import type { UserList } from '../api/types';
import { useFailureToast } from '../error/failure-toast';
import { LATER } from '../i18n/i18n';
import { ConfirmDialog } from '../shell/confirm-dialog';
import { PageHeader } from '../shell/page-header';
import { useToast } from '../shell/toasts';
import { KnownList } from './known-list';
import { ListForm } from './list-form';
import { ListMembers } from './list-members';
import './lists.scss';
import { useListChanged } from './user-lists';

/** Changes a list and who is on it, or deletes it. */
export function EditListPage() {
  return <KnownList>{(list) => <EditList list={list} />}</KnownList>;
}

function EditList({ list }: { list: UserList }) {
  const { t } = useTranslation(LATER);
  return (
    <>
      <PageHeader title={t('lists.edit')} back />
      <div className="lists">
        <p className="mb-0">
          <Link to={`/lists/${list.id}`}>{t('lists.see', { title: list.title })}</Link>
        </p>
        <ListForm list={list} />
        <ListMembers list={list} />
        <DeleteList list={list} />
      </div>
    </>
  );
}

function DeleteList({ list }: { list: UserList }) {
  const { t } = useTranslation(LATER);
  const navigate = useNavigate();
  const toast = useToast();
  const tellFailure = useFailureToast();
  const changed = useListChanged();
  const [asked, setAsked] = useState(false);
  const deleting = useMutation({
    mutationFn: async () => api.v1.lists.$select(list.id).remove(),
    onSuccess: async () => {
      toast({ text: t('lists.deleted') });
      await navigate('/lists', { replace: true });
      await changed(list, true);
    },
    onError: (error) => tellFailure(error),
  });
  return (
    <>
      <button type="button" className="btn btn-quiet" disabled={deleting.isPending} onClick={() => setAsked(true)}>
        {t('lists.delete')}
      </button>
      {asked && (
        <ConfirmDialog
          title={t('lists.deleteTitle', { title: list.title })}
          text={t('lists.deleteText')}
          action={t('lists.delete')}
          onConfirm={() => deleting.mutate()}
          onClose={() => setAsked(false)}
        />
      )}
    </>
  );
}
