import { useId } from 'react';
import Form from 'react-bootstrap/Form';
import { useTranslation } from 'react-i18next';

import { LATER } from '../i18n/i18n';
import { problemIn } from './domains';

/** The websites whose pages may name one as their author. */
export function DomainsField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { t } = useTranslation(LATER);
  const id = useId();
  const problem = problemIn(value);
  return (
    <Form.Group controlId={id}>
      <Form.Label>{t('profile.domains')}</Form.Label>
      <Form.Control
        as="textarea"
        rows={3}
        dir="ltr"
        autoCapitalize="none"
        spellCheck={false}
        value={value}
        isInvalid={problem !== null}
        aria-invalid={problem !== null}
        aria-describedby={`${id}-hint ${id}-problem`}
        onChange={(event) => onChange(event.target.value)}
      />
      <p id={`${id}-hint`} className="quiet mb-0">
        {t('profile.domainsHint')}
      </p>
      <p id={`${id}-problem`} className="text-danger-emphasis mb-0" role="status">
        {problem?.kind === 'wrong' && t('profile.domainsWrong', { domain: problem.domain })}
        {problem?.kind === 'many' && t('profile.domainsMany', { most: problem.most })}
      </p>
    </Form.Group>
  );
}
