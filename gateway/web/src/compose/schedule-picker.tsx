import { useId } from 'react';
import Form from 'react-bootstrap/Form';
import { useTranslation } from 'react-i18next';

import { earliest, isAhead, zoneName } from './schedule';

/** When a post will be published, by the clock here. */
export function SchedulePicker({ time, onChange }: { time: string; onChange: (time: string) => void }) {
  const { t, i18n } = useTranslation();
  const id = useId();
  const ahead = isAhead(time);
  return (
    <Form.Group controlId={`${id}-time`}>
      <Form.Label>{t('schedule.when')}</Form.Label>
      <Form.Control
        type="datetime-local"
        required
        min={earliest()}
        value={time}
        isInvalid={!ahead}
        aria-describedby={`${id}-zone`}
        onChange={(event) => onChange(event.target.value)}
      />
      <Form.Text id={`${id}-zone`}>{zoneName(i18n.language, time)}</Form.Text>
      {!ahead && (
        <p className="schedule-problem" role="alert">
          {t('schedule.tooSoon')}
        </p>
      )}
    </Form.Group>
  );
}
