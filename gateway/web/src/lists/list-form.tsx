import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import Form from 'react-bootstrap/Form';
import { useTranslation } from 'react-i18next';

import { api } from '../api/client';
import { reasonOf } from '../api/errors';
import type { UserList } from '../api/types';
import { LATER } from '../i18n/i18n';
import { useToast } from '../shell/toasts';
import { LONGEST_TITLE, useListChanged } from './user-lists';

const POLICIES: readonly UserList['repliesPolicy'][] = ['list', 'followed', 'none'];

/** Makes a list, or changes how one is called and what it shows. */
export function ListForm({
  list,
  onSaved,
  onCancel,
}: {
  list?: UserList;
  onSaved?: (list: UserList) => void;
  onCancel?: () => void;
}) {
  const { t } = useTranslation(LATER);
  const id = useId();
  const toast = useToast();
  const changed = useListChanged();
  const first = useRef<HTMLInputElement>(null);
  const [title, setTitle] = useState(list?.title ?? '');
  const [repliesPolicy, setRepliesPolicy] = useState(list?.repliesPolicy ?? 'list');
  const [exclusive, setExclusive] = useState(list?.exclusive ?? false);
  const isNew = list === undefined;
  useEffect(() => {
    if (isNew) {
      first.current?.focus();
    }
  }, [isNew]);

  const saving = useMutation({
    mutationFn: async () => {
      const wanted = { title, repliesPolicy, exclusive };
      return list === undefined ? api.v1.lists.create(wanted) : api.v1.lists.$select(list.id).update(wanted);
    },
    onSuccess: async (saved) => {
      toast({ text: t('lists.saved') });
      await changed(saved);
      onSaved?.(saved);
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    saving.mutate();
  };
  const policies = {
    list: t('lists.repliesList'),
    followed: t('lists.repliesFollowed'),
    none: t('lists.repliesNone'),
  };
  return (
    <form className="dialog-form" onSubmit={submit} aria-label={t(isNew ? 'lists.new' : 'lists.edit')}>
      <Form.Group controlId={`${id}-title`}>
        <Form.Label>{t('filter.name')}</Form.Label>
        <Form.Control
          ref={first}
          required
          dir="auto"
          maxLength={LONGEST_TITLE}
          value={title}
          onChange={(event) => setTitle(event.target.value)}
        />
      </Form.Group>
      <fieldset>
        <legend>{t('lists.replies')}</legend>
        {POLICIES.map((policy) => (
          <Form.Check
            key={policy}
            id={`${id}-${policy}`}
            name={`${id}-replies`}
            type="radio"
            label={policies[policy]}
            checked={repliesPolicy === policy}
            onChange={() => setRepliesPolicy(policy)}
          />
        ))}
      </fieldset>
      <Form.Check
        id={`${id}-exclusive`}
        type="switch"
        label={t('lists.exclusive')}
        checked={exclusive}
        onChange={(event) => setExclusive(event.target.checked)}
      />
      {saving.isError && (
        <p role="alert" className="text-danger mb-0">
          {reasonOf(saving.error) ?? t('error.notDone')}
        </p>
      )}
      <div className="list-buttons">
        <button type="submit" className="btn btn-primary" disabled={saving.isPending}>
          {t('compose.save')}
        </button>
        {onCancel !== undefined && (
          <button type="button" className="btn btn-quiet" onClick={onCancel}>
            {t('common.cancel')}
          </button>
        )}
      </div>
    </form>
  );
}
