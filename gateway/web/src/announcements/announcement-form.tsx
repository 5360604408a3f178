import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Languages, Plus, X } from 'lucide-react';
import { type FormEvent, useId, useState } from 'react';
import Form from 'react-bootstrap/Form';
import { useTranslation } from 'react-i18next';

import { reasonOf } from '../api/errors';
import { useFormat } from '../i18n/format';
import { LATER } from '../i18n/i18n';
import { LANGUAGES } from '../i18n/languages';
import { useToast } from '../shell/toasts';
import { type AnnouncementDraft, type DraftText, draftOf, newText, requestOf } from './announcement-draft';
import { ADMIN_ANNOUNCEMENTS_KEY, type AdminAnnouncement, adminAnnouncements, translated } from './announcements-api';

const MAX_CHARACTERS = 5000;

/** Writes an announcement, or changes one. */
export function AnnouncementForm({
  announcement,
  onDone,
}: {
  announcement: AdminAnnouncement | undefined;
  onDone: () => void;
}) {
  const { t, i18n } = useTranslation(LATER);
  const queries = useQueryClient();
  const toast = useToast();
  const [draft, setDraft] = useState(() => draftOf(announcement, i18n.language));
  const change = (next: Partial<AnnouncementDraft>): void => setDraft((now) => ({ ...now, ...next }));
  const saving = useMutation({
    mutationFn: async () =>
      announcement === undefined
        ? adminAnnouncements.create(requestOf(draft))
        : adminAnnouncements.$select(announcement.id).update(requestOf(draft)),
    onSuccess: async () => {
      toast({ text: t('announce.saved') });
      await queries.invalidateQueries({ queryKey: ADMIN_ANNOUNCEMENTS_KEY });
      onDone();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    saving.mutate();
  };
  return (
    <form className="announcement-form" onSubmit={submit} aria-label={t('announce.form')}>
      <Texts draft={draft} change={change} />
      <Times draft={draft} change={change} />
      <Target draft={draft} change={change} fixed={announcement?.state === 'published'} />
      <Form.Check
        id="announcement-mail"
        label={t('announce.mail')}
        checked={draft.mail}
        onChange={({ target: { checked } }) => change({ mail: checked })}
      />
      {saving.isError && (
        <p role="alert" className="text-danger mb-0">
          {reasonOf(saving.error) ?? t('error.notDone')}
        </p>
      )}
      <div className="announcement-buttons">
        <button type="submit" className="btn btn-primary" disabled={saving.isPending}>
          {t('announce.save')}
        </button>
        <button type="button" className="btn btn-quiet" onClick={onDone}>
          {t('common.cancel')}
        </button>
      </div>
    </form>
  );
}

interface Part {
  draft: AnnouncementDraft;
  change: (next: Partial<AnnouncementDraft>) => void;
}

function Texts({ draft: { texts, mainLanguage }, change }: Part) {
  const { t } = useTranslation(LATER);
  const languages = useLanguages(texts.map(({ language }) => language));
  const main = texts.find(({ language, text }) => language === mainLanguage && text.trim() !== '');
  const next = languages.find(({ code }) => texts.every(({ language }) => language !== code));
  const put = (text: DraftText): void =>
    change({ texts: texts.map((each) => (each.key === text.key ? text : each)) });
  return (
    <fieldset>
      <legend>{t('announce.texts')}</legend>
      {texts.map((text) => (
        <div key={text.key} className="mb-3">
          <div className="announcement-buttons mb-2">
            <Form.Select
              className="w-auto"
              aria-label={t('announce.language')}
              value={text.language}
              onChange={({ target: { value } }) => {
                put({ ...text, language: value });
                if (text.language === mainLanguage) {
                  change({ mainLanguage: value });
                }
              }}
            >
              {languages.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </Form.Select>
            <Form.Check
              id={`announcement-main-${text.key}`}
              className="align-self-center"
              type="radio"
              name="announcement-main"
              label={t('announce.main')}
              checked={text.language === mainLanguage}
              onChange={() => change({ mainLanguage: text.language })}
            />
            {texts.length > 1 && (
              <button
                type="button"
                className="icon-button"
                aria-label={t('announce.removeText')}
                onClick={() => change({ texts: texts.filter(({ key }) => key !== text.key) })}
              >
                <X size={18} aria-hidden="true" />
              </button>
            )}
          </div>
          <Form.Control
            as="textarea"
            rows={4}
            dir="auto"
            lang={text.language}
            required
            maxLength={MAX_CHARACTERS}
            aria-label={t('announce.text')}
            value={text.text}
            onChange={({ target: { value } }) => put({ ...text, text: value })}
          />
          {main !== undefined && text.language !== main.language && (
            <Translate from={main} into={text.language} onDraft={(made) => put({ ...text, text: made })} />
          )}
        </div>
      ))}
      {next !== undefined && (
        <button
          type="button"
          className="btn btn-sm btn-quiet"
          onClick={() => change({ texts: [...texts, newText(next.code)] })}
        >
          <Plus size={16} aria-hidden="true" /> {t('announce.addText')}
        </button>
      )}
    </fieldset>
  );
}

/** Has a machine draft a text after the main one, for the author to check. */
function Translate({ from, into, onDraft }: { from: DraftText; into: string; onDraft: (text: string) => void }) {
  const { t } = useTranslation(LATER);
  const format = useFormat();
  const drafting = useMutation({
    mutationFn: async () => translated(from.text, from.language, into),
    onSuccess: onDraft,
  });
  return (
    <>
      <button
        type="button"
        className="btn btn-sm btn-quiet mt-2"
        disabled={drafting.isPending}
        onClick={() => drafting.mutate()}
      >
        <Languages size={16} aria-hidden="true" /> {t('announce.translate', { language: format.language(from.language) })}
      </button>
      <p role="status" className={drafting.isSuccess ? 'quiet mb-0' : 'visually-hidden'}>
        {drafting.isPending && t('announce.translating')}
        {drafting.isSuccess && t('announce.translated')}
      </p>
      {drafting.isError && (
        <p role="alert" className="text-danger mb-0">
          {reasonOf(drafting.error) ?? t('error.notDone')}
        </p>
      )}
    </>
  );
}

/** The languages of the interface, in which readers get announcements, and those given, by their names. */
function useLanguages(given: string[]): { code: string; name: string }[] {
  const format = useFormat();
  return [...new Set([...LANGUAGES.keys(), ...given])].map((code) => ({ code, name: format.language(code) }));
}

function Times({ draft, change }: Part) {
  const { t } = useTranslation(LATER);
  const type = draft.allDay ? 'date' : 'datetime-local';
  const shown = (value: string): string => (draft.allDay ? value.slice(0, 'yyyy-mm-dd'.length) : value);
  return (
    <fieldset>
      <legend>{t('announce.times')}</legend>
      <Field
        label={t('announce.scheduledAt')}
        type="datetime-local"
        value={draft.scheduledAt}
        onChange={(scheduledAt) => change({ scheduledAt })}
      />
      <Field
        label={t('announce.startsAt')}
        type={type}
        value={shown(draft.startsAt)}
        onChange={(startsAt) => change({ startsAt })}
      />
      <Field
        label={t('announce.endsAt')}
        type={type}
        value={shown(draft.endsAt)}
        onChange={(endsAt) => change({ endsAt })}
      />
      <Form.Check
        id="announcement-all-day"
        label={t('announce.allDay')}
        checked={draft.allDay}
        onChange={({ target: { checked } }) =>
          change({
            allDay: checked,
            startsAt: otherwise(draft.startsAt, checked),
            endsAt: otherwise(draft.endsAt, checked),
          })
        }
      />
    </fieldset>
  );
}

/** A field of a moment holds no day alone, nor the other way round. */
function otherwise(value: string, allDay: boolean): string {
  if (value === '') {
    return value;
  }
  return allDay ? value.slice(0, 'yyyy-mm-dd'.length) : `${value}T00:00`;
}

function Target({ draft, change, fixed }: Part & { fixed: boolean }) {
  const { t } = useTranslation(LATER);
  const id = useId();
  const languages = useLanguages(draft.language === '' ? [] : [draft.language]);
  return (
    <fieldset disabled={fixed}>
      <legend>{t('announce.target')}</legend>
      {fixed && <p className="quiet">{t('announce.targetFixed')}</p>}
      <Form.Group className="mb-2" controlId={`${id}-language`}>
        <Form.Label>{t('announce.targetLanguage')}</Form.Label>
        <Form.Select value={draft.language} onChange={({ target: { value } }) => change({ language: value })}>
          <option value="">{t('announce.anyLanguage')}</option>
          {languages.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </Form.Select>
      </Form.Group>
      <Form.Group className="mb-2" controlId={`${id}-role`}>
        <Form.Label>{t('announce.targetRole')}</Form.Label>
        <Form.Select value={draft.role} onChange={({ target: { value } }) => change({ role: value })}>
          <option value="">{t('announce.anyRole')}</option>
          <option value="moderator">{t('announce.moderators')}</option>
          <option value="admin">{t('announce.admins')}</option>
          <option value="owner">{t('announce.owners')}</option>
        </Form.Select>
      </Form.Group>
      <Field
        label={t('announce.registeredAfter')}
        type="datetime-local"
        value={draft.registeredAfter}
        onChange={(registeredAfter) => change({ registeredAfter })}
      />
      <Field
        label={t('announce.registeredBefore')}
        type="datetime-local"
        value={draft.registeredBefore}
        onChange={(registeredBefore) => change({ registeredBefore })}
      />
    </fieldset>
  );
}

function Field({
  label,
  type,
  value,
  onChange,
}: {
  label: string;
  type: string;
  value: string;
  onChange: (value: string) => void;
}) {
  const id = useId();
  return (
    <Form.Group className="mb-2" controlId={id}>
      <Form.Label>{label}</Form.Label>
      <Form.Control type={type} value={value} onChange={({ target }) => onChange(target.value)} />
    </Form.Group>
  );
}
