import Form from 'react-bootstrap/Form';
import { useTranslation } from 'react-i18next';

import { Durations } from '../i18n/durations';
import { LATER } from '../i18n/i18n';

/** A choice of how long something lasts, in seconds; without one, until it is lifted. */
export function Lasting({
  id,
  of,
  value,
  onChange,
}: {
  id: string;
  of: number[];
  value: string;
  onChange: (value: string) => void;
}) {
  const { t } = useTranslation(LATER);
  return (
    <Form.Group controlId={id}>
      <Form.Label>{t('moderation.lasting')}</Form.Label>
      <Form.Select value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{t('moderation.untilLifted')}</option>
        <Durations of={of} />
      </Form.Select>
    </Form.Group>
  );
}
