import { BadgeCheck } from 'lucide-react';
import Form from 'react-bootstrap/Form';
import { useTranslation } from 'react-i18next';

import { useFormat } from '../i18n/format';
import { LATER } from '../i18n/i18n';
import { useMe } from '../session/session';
import type { ProfileDraft } from './profile-draft';

const LONGEST_FIELD = 255;

type Field = ProfileDraft['fields'][number];

/** The extra fields of one's profile, and which of their links have proven to be one's own. */
export function ProfileFields({
  fields,
  onChange,
}: {
  fields: Field[];
  onChange: (index: number, change: Partial<Field>) => void;
}) {
  const { t } = useTranslation(LATER);
  const me = useMe();
  return (
    <fieldset>
      <legend>{t('profile.fields')}</legend>
      <p className="quiet mb-0">{t('profile.fieldsHint')}</p>
      {fields.map((field, index) => (
        <div className="edit-field" key={index}>
          <Form.Control
            aria-label={t('profile.fieldName', { number: index + 1 })}
            value={field.name}
            maxLength={LONGEST_FIELD}
            onChange={(event) => onChange(index, { name: event.target.value })}
          />
          <Form.Control
            aria-label={t('profile.fieldValue', { number: index + 1 })}
            value={field.value}
            maxLength={LONGEST_FIELD}
            onChange={(event) => onChange(index, { value: event.target.value })}
          />
          <FieldState field={field} />
        </div>
      ))}
      <details className="edit-verify">
        <summary>{t('profile.verifyHow')}</summary>
        <p className="quiet">{t('profile.verifyText')}</p>
        <code>{`<a rel="me" href="${me.url}">Microblog</a>`}</code>
      </details>
    </fieldset>
  );
}

function FieldState({ field: { value, verifiedAt } }: { field: Field }) {
  const { t } = useTranslation(LATER);
  const format = useFormat();
  if (verifiedAt !== null) {
    return (
      <p className="field-state verified">
        <BadgeCheck size={16} aria-hidden="true" />
        {t('profile.verifiedOn', { when: format.full(verifiedAt) })}
      </p>
    );
  }
  return /^https?:\/\/\S+$/.test(value) ? <p className="field-state quiet">{t('profile.notVerified')}</p> : null;
}
