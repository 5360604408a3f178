import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import Form from 'react-bootstrap/Form';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';

import { api } from '../api/client';
import { reasonOf } from '../api/errors';
import type { CredentialAccount } from '../api/types';
import { SESSION_KEY, useMe } from '../session/session';
import { profilePath } from '../shell/nav-items';
import { useToast } from '../shell/toasts';
import { ImagePicker } from './image-picker';
import './profile.scss';

const FIELDS = 4;
const LONGEST_NAME = 30;
const LONGEST_NOTE = 500;
const LONGEST_FIELD = 255;

interface Profile {
  displayName: string;
  note: string;
  locked: boolean;
  discoverable: boolean;
  fields: { name: string; value: string }[];
  avatar: File | null;
  header: File | null;
}

function profileOf(me: CredentialAccount): Profile {
  const fields = me.source.fields.map(({ name, value }) => ({ name, value }));
  return {
    displayName: me.displayName,
    note: me.source.note,
    locked: me.locked,
    discoverable: me.discoverable === true,
    fields: [...fields, ...Array.from({ length: FIELDS }, () => ({ name: '', value: '' }))].slice(0, FIELDS),
    avatar: null,
    header: null,
  };
}

function save({ fields, avatar, header, ...texts }: Profile): Promise<CredentialAccount> {
  return api.v1.accounts.updateCredentials({
    ...texts,
    fieldsAttributes: fields,
    ...(avatar === null ? {} : { avatar }),
    ...(header === null ? {} : { header }),
  });
}

/** One's own name, pictures, note and fields. */
export function ProfileForm() {
  const { t } = useTranslation();
  const me = useMe();
  const id = useId();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const toast = useToast();
  const [profile, setProfile] = useState(() => profileOf(me));
  const change = (next: Partial<Profile>): void => setProfile((now) => ({ ...now, ...next }));
  const saving = useMutation({
    mutationFn: save,
    onSuccess: (saved) => {
      queries.setQueryData(SESSION_KEY, saved);
      queries.setQueryData(['account', saved.acct.toLowerCase()], saved);
      toast({ text: t('profile.saved') });
      void navigate(profilePath(saved));
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    saving.mutate(profile);
  };
  const changeField = (index: number, next: Partial<Profile['fields'][number]>): void =>
    change({ fields: profile.fields.map((field, at) => (at === index ? { ...field, ...next } : field)) });

  return (
    <Form className="edit-profile" onSubmit={submit}>
      <div className="edit-images">
        <ImagePicker
          shape="header"
          current={me.header}
          label={t('profile.changeHeader')}
          onPick={(header) => change({ header })}
        />
        <ImagePicker
          shape="avatar"
          current={me.avatar}
          label={t('profile.changeAvatar')}
          onPick={(avatar) => change({ avatar })}
        />
      </div>
      <Form.Group controlId={`${id}-name`}>
        <Form.Label>{t('profile.displayName')}</Form.Label>
        <Form.Control
          value={profile.displayName}
          maxLength={LONGEST_NAME}
          onChange={(event) => change({ displayName: event.target.value })}
        />
      </Form.Group>
      <Form.Group controlId={`${id}-note`}>
        <Form.Label>{t('profile.note')}</Form.Label>
        <Form.Control
          as="textarea"
          rows={4}
          value={profile.note}
          maxLength={LONGEST_NOTE}
          onChange={(event) => change({ note: event.target.value })}
        />
      </Form.Group>
      <fieldset>
        <legend>{t('profile.fields')}</legend>
        <p className="quiet mb-0">{t('profile.fieldsHint')}</p>
        {profile.fields.map((field, index) => (
          <div className="edit-field" key={index}>
            <Form.Control
              aria-label={t('profile.fieldName', { number: index + 1 })}
              value={field.name}
              maxLength={LONGEST_FIELD}
              onChange={(event) => changeField(index, { name: event.target.value })}
            />
            <Form.Control
              aria-label={t('profile.fieldValue', { number: index + 1 })}
              value={field.value}
              maxLength={LONGEST_FIELD}
              onChange={(event) => changeField(index, { value: event.target.value })}
            />
          </div>
        ))}
      </fieldset>
      <Form.Check
        id={`${id}-locked`}
        type="switch"
        label={t('profile.lockedLabel')}
        checked={profile.locked}
        onChange={(event) => change({ locked: event.target.checked })}
      />
      <Form.Check
        id={`${id}-discoverable`}
        type="switch"
        label={t('profile.discoverableLabel')}
        checked={profile.discoverable}
        onChange={(event) => change({ discoverable: event.target.checked })}
      />
      {saving.isError && (
        <p className="text-danger-emphasis mb-0" role="alert">
          {reasonOf(saving.error) ?? t('error.notDone')}
        </p>
      )}
      <div className="edit-actions">
        <button type="button" className="btn btn-quiet" onClick={() => void navigate(profilePath(me))}>
          {t('common.cancel')}
        </button>
        <button type="submit" className="btn btn-primary" disabled={saving.isPending}>
          {t('profile.save')}
        </button>
      </div>
    </Form>
  );
}
