import { useId, useState } from 'react';
import Form from 'react-bootstrap/Form';
import { useTranslation } from 'react-i18next';

import type { Account } from '../api/types';
import { DAY, Durations, HOUR } from '../i18n/durations';
import { FormDialog } from '../shell/form-dialog';
import { nameOf } from '../profile/names';
import type { RelationActions } from './use-relation-actions';

const LENGTHS = [HOUR, 8 * HOUR, DAY, 7 * DAY, 30 * DAY];

/** Asks how, and how long, one does not want to hear of somebody. */
export function MuteDialog({ account, actions, onClose }: { account: Account; actions: RelationActions; onClose: () => void }) {
  const { t } = useTranslation();
  const id = useId();
  const [seconds, setSeconds] = useState(0);
  const [notifications, setNotifications] = useState(true);
  return (
    <FormDialog
      title={t('relation.muteTitle', { name: nameOf(account) })}
      action={t('relation.mute')}
      onSubmit={() => actions.mute(notifications, seconds)}
      onClose={onClose}
    >
      <p className="quiet mb-0">{t('relation.muteHint')}</p>
      <Form.Group controlId={`${id}-duration`}>
        <Form.Label>{t('relation.howLong')}</Form.Label>
        <Form.Select value={seconds} onChange={(event) => setSeconds(Number(event.target.value))}>
          <option value={0}>{t('relation.forever')}</option>
          <Durations of={LENGTHS} />
        </Form.Select>
      </Form.Group>
      <Form.Check
        id={`${id}-notifications`}
        type="switch"
        label={t('relation.muteNotifications')}
        checked={notifications}
        onChange={(event) => setNotifications(event.target.checked)}
      />
    </FormDialog>
  );
}
