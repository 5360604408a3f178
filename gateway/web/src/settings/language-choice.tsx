import { useId } from 'react';
import Form from 'react-bootstrap/Form';
import { useTranslation } from 'react-i18next';

import { speak } from '../i18n/i18n';
import { LATER } from '../i18n/i18n';
import { LANGUAGES, rememberLanguage } from '../i18n/languages';

/** The language in which the interface speaks. */
export function LanguageChoice() {
  const { t, i18n } = useTranslation(LATER);
  const id = useId();
  return (
    <Form.Group controlId={id}>
      <Form.Label as="label">{t('settings.language')}</Form.Label>
      <Form.Select
        value={i18n.language}
        onChange={(event) => {
          rememberLanguage(event.target.value);
          void speak(i18n, event.target.value);
        }}
      >
        {[...LANGUAGES].map(([code, name]) => (
          <option key={code} value={code} lang={code}>
            {name}
          </option>
        ))}
      </Form.Select>
    </Form.Group>
  );
}
