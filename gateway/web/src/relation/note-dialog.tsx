import { useId, useState } from 'react';
import Form from 'react-bootstrap/Form';
import { useTranslation } from 'react-i18next';

import type { Account } from '../api/types';
import { LATER } from '../i18n/i18n';
import { FormDialog } from '../shell/form-dialog';
import { nameOf } from '../profile/names';
import type { RelationActions } from './use-relation-actions';

const LONGEST = 2_000;

/** What one wants to remember of somebody, for oneself alone. */
export function NoteDialog({
  account,
  note,
  actions,
  onClose,
}: {
  account: Account;
  note: string;
  actions: RelationActions;
  onClose: () => void;
}) {
  const { t } = useTranslation(LATER);
  const id = useId();
  const [text, setText] = useState(note);
  return (
    <FormDialog
      title={t('relation.noteTitle', { name: nameOf(account) })}
      action={t('relation.noteSave')}
      onSubmit={() => actions.annotate(text.trim())}
      onClose={onClose}
    >
      <Form.Group controlId={`${id}-note`}>
        <Form.Label>{t('relation.note')}</Form.Label>
        <Form.Control
          as="textarea"
          rows={4}
          dir="auto"
          autoFocus
          value={text}
          maxLength={LONGEST}
          aria-describedby={`${id}-hint`}
          onChange={(event) => setText(event.target.value)}
        />
        <Form.Text id={`${id}-hint`}>{t('relation.noteHint')}</Form.Text>
      </Form.Group>
    </FormDialog>
  );
}
