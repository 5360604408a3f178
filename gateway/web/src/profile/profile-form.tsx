import { type FormEvent, useCallback, useEffect, useId, useRef, useState } from 'react';
import Form from 'react-bootstrap/Form';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';

import { reasonOf } from '../api/errors';
import { LATER } from '../i18n/i18n';
import { useMe, useSessionEnded } from '../session/session';
import { LeaveGuard } from '../shell/leave-guard';
import { profilePath } from '../shell/nav-items';
import { useToast } from '../shell/toasts';
import { problemIn } from './domains';
import { DomainsField } from './domains-field';
import { ImagePicker } from './image-picker';
import {
  changesIn, draftOf, forgetProfileDraft, isChanged, keepProfileDraft, loadProfileDraft, type ProfileDraft, withField,
} from './profile-draft';
import { ProfileFields } from './profile-fields';
import './profile.scss';
import { useSaveProfile } from './use-save-profile';

const LONGEST_NAME = 30;
const LONGEST_NOTE = 500;

/** One's own name, pictures, note and fields, and who may find and follow one. */
export function ProfileForm() {
  const { t } = useTranslation(LATER);
  const me = useMe();
  const id = useId();
  const navigate = useNavigate();
  const toast = useToast();
  const [start] = useState(() => draftOf(me));
  const [profile, setProfile] = useState(() => loadProfileDraft(me.id) ?? start);
  const ended = useSessionEnded();
  const saved = useRef(false);
  const change = (next: Partial<ProfileDraft>): void => setProfile((now) => ({ ...now, ...next }));
  const unsaved = useCallback(
    () => !saved.current && !ended && isChanged(profile, start),
    [ended, profile, start],
  );
  useEffect(() => {
    // Who has to sign in again finds here what they have typed, once.
    if (ended) {
      keepProfileDraft(me.id, profile);
    } else {
      forgetProfileDraft(me.id);
    }
  }, [ended, me.id, profile]);
  const saving = useSaveProfile((account) => {
    saved.current = true;
    toast({ text: t('profile.saved') });
    void navigate(profilePath(account));
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    saving.mutate(changesIn(profile));
  };
  const switches: ['locked' | 'discoverable' | 'indexable' | 'bot', string][] = [
    ['locked', t('profile.lockedLabel')],
    ['discoverable', t('profile.discoverableLabel')],
    ['indexable', t('profile.indexableLabel')],
    ['bot', t('profile.botLabel')],
  ];

  return (
    <Form className="edit-profile" onSubmit={submit}>
      <LeaveGuard unsaved={unsaved} />
      <div className="edit-images">
        <ImagePicker
          shape="header"
          current={me.header}
          label={t('profile.changeHeader')}
          removal={t('profile.removeHeader')}
          onPick={(header) => change({ header })}
        />
        <ImagePicker
          shape="avatar"
          current={me.avatar}
          label={t('profile.changeAvatar')}
          removal={t('profile.removeAvatar')}
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
      <ProfileFields
        fields={profile.fields}
        onChange={(index, next) => setProfile((now) => withField(now, index, next))}
      />
      <DomainsField value={profile.domains} onChange={(domains) => change({ domains })} />
      {switches.map(([name, label]) => (
        <Form.Check
          key={name}
          id={`${id}-${name}`}
          type="switch"
          label={label}
          checked={profile[name]}
          onChange={(event) => change({ [name]: event.target.checked })}
        />
      ))}
      {saving.isError && !ended && (
        <p className="text-danger-emphasis mb-0" role="alert">
          {reasonOf(saving.error) ?? t('error.notDone')}
        </p>
      )}
      <div className="edit-actions">
        <button type="button" className="btn btn-quiet" onClick={() => void navigate(profilePath(me))}>
          {t('common.cancel')}
        </button>
        <button type="submit" className="btn btn-primary" disabled={saving.isPending || problemIn(profile.domains) !== null}>
          {t('profile.save')}
        </button>
      </div>
    </Form>
  );
}
