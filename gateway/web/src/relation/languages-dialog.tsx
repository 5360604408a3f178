import { useState } from 'react';
import Form from 'react-bootstrap/Form';
import { useTranslation } from 'react-i18next';

import type { Account } from '../api/types';
import { LATER } from '../i18n/i18n';
import { usePostLanguages } from '../i18n/post-languages';
import { FormDialog } from '../shell/form-dialog';
import { nameOf } from '../profile/names';
import './relation.scss';
import type { RelationActions } from './use-relation-actions';

/** Chooses in which languages somebody's posts come home; in all when none is chosen. */
export function LanguagesDialog({
  account,
  chosen,
  actions,
  onClose,
}: {
  account: Account;
  chosen: string[];
  actions: RelationActions;
  onClose: () => void;
}) {
  const { t } = useTranslation(LATER);
  const [codes, setCodes] = useState(() => new Set(chosen));
  const languages = usePostLanguages(chosen);
  const turn = (code: string, on: boolean): void =>
    setCodes((now) => new Set(on ? [...now, code] : [...now].filter((each) => each !== code)));
  return (
    <FormDialog
      title={t('relation.languagesTitle', { name: nameOf(account) })}
      action={t('compose.save')}
      onSubmit={() => actions.followWith({ languages: [...codes] })}
      onClose={onClose}
    >
      <p className="quiet mb-0">{t('relation.languagesHint')}</p>
      <div className="language-choice" role="group" aria-label={t('relation.languagesTitle', { name: nameOf(account) })}>
        {languages.map(({ code, name }) => (
          <Form.Check
            key={code}
            id={`language-${code}`}
            label={name}
            checked={codes.has(code)}
            onChange={(event) => turn(code, event.target.checked)}
          />
        ))}
      </div>
    </FormDialog>
  );
}
