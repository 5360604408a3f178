import { useId, useState } from 'react';
import Form from 'react-bootstrap/Form';
import { useTranslation } from 'react-i18next';

import { api } from '../api/client';
import type { CredentialAccount, Visibility } from '../api/types';
import { waitBeforeSending, waitsBeforeSending } from '../compose/undo-send';
import { LATER } from '../i18n/i18n';
import { usePostLanguages } from '../i18n/post-languages';
import { useShowSaved } from '../profile/use-save-profile';
import { POLICIES, policyLabel, type QuotePolicy } from '../quote/quote-policy';
import { SESSION_KEY } from '../session/session';
import { useToast } from '../shell/toasts';
import { VISIBILITIES, visibilityView } from '../status/visibility';
import { useChoices } from './use-choices';

type Defaults = Pick<CredentialAccount['source'], 'privacy' | 'language' | 'sensitive' | 'quotePolicy'>;

/** What a new post begins with. Each choice is saved at once. */
export function PostingDefaults({ me: { source } }: { me: CredentialAccount }) {
  const { t } = useTranslation(LATER);
  const id = useId();
  const toast = useToast();
  const languages = usePostLanguages([source.language ?? '']);
  const showSaved = useShowSaved();
  const { shown, choose } = useChoices<Defaults, CredentialAccount>(source, SESSION_KEY, {
    save: (change) => api.v1.accounts.updateCredentials({ source: change as { language?: string } }),
    onSaved: (saved) => {
      showSaved(saved);
      toast({ text: t('settings.saved') });
    },
  });
  const { privacy, language, sensitive, quotePolicy = 'public' } = shown;
  const visibilities = VISIBILITIES.filter((each) => each !== 'direct' || privacy === 'direct');
  return (
    <fieldset className="settings-group">
      <legend>{t('settings.posting')}</legend>
      <Form.Group controlId={`${id}-visibility`}>
        <Form.Label>{t('settings.visibility')}</Form.Label>
        <Form.Select
          value={privacy ?? 'public'}
          onChange={(event) => choose({ privacy: event.target.value as Visibility })}
        >
          {visibilities.map((each) => {
            const { label, hint } = visibilityView(each, t);
            return (
              <option key={each} value={each}>
                {t('settings.visibilityOption', { label, hint })}
              </option>
            );
          })}
        </Form.Select>
      </Form.Group>
      <Form.Group controlId={`${id}-quotes`}>
        <Form.Label>{t('quote.policy')}</Form.Label>
        <Form.Select
          value={quotePolicy}
          onChange={(event) => choose({ quotePolicy: event.target.value as QuotePolicy })}
        >
          {POLICIES.map((policy) => (
            <option key={policy} value={policy}>
              {policyLabel(policy, t)}
            </option>
          ))}
        </Form.Select>
      </Form.Group>
      <Form.Group controlId={`${id}-language`}>
        <Form.Label>{t('compose.language')}</Form.Label>
        <Form.Select value={language ?? ''} onChange={(event) => choose({ language: event.target.value })}>
          <option value="">{t('compose.languageAuto')}</option>
          {languages.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </Form.Select>
      </Form.Group>
      <Form.Check
        id={`${id}-sensitive`}
        type="switch"
        label={t('settings.sensitive')}
        checked={sensitive === true}
        onChange={(event) => choose({ sensitive: event.target.checked })}
      />
      <UndoSendChoice />
    </fieldset>
  );
}

/** Whether posts wait before they go out. This browser remembers it. */
function UndoSendChoice() {
  const { t } = useTranslation(LATER);
  const id = useId();
  const [wanted, setWanted] = useState(waitsBeforeSending);
  return (
    <Form.Check
      id={id}
      type="switch"
      label={t('settings.undoSend')}
      checked={wanted}
      onChange={(event) => {
        setWanted(event.target.checked);
        waitBeforeSending(event.target.checked);
      }}
    />
  );
}
