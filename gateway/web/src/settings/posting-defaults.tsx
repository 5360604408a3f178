import { useId, useState } from 'react';
import Form from 'react-bootstrap/Form';
import { useTranslation } from 'react-i18next';

import type { CredentialAccount, Visibility } from '../api/types';
import { waitBeforeSending, waitsBeforeSending } from '../compose/undo-send';
import { useFailureToast } from '../error/failure-toast';
import { LATER } from '../i18n/i18n';
import { usePostLanguages } from '../i18n/post-languages';
import { useSaveProfile } from '../profile/use-save-profile';
import { POLICIES, policyLabel, type QuotePolicy } from '../quote/quote-policy';
import { useToast } from '../shell/toasts';
import { VISIBILITIES, visibilityView } from '../status/visibility';

/** What a new post begins with. Each choice is saved at once. */
export function PostingDefaults({ me: { source } }: { me: CredentialAccount }) {
  const { t } = useTranslation(LATER);
  const id = useId();
  const toast = useToast();
  const tellFailure = useFailureToast();
  const languages = usePostLanguages([source.language ?? '']);
  const saving = useSaveProfile(() => toast({ text: t('settings.saved') }));
  const save = (change: { privacy?: Visibility; language?: string; sensitive?: boolean; quotePolicy?: QuotePolicy }): void =>
    saving.mutate({ source: change }, { onError: (error) => tellFailure(error) });
  const { privacy = 'public', language = '', sensitive = false, quotePolicy = 'public' } = {
    ...source,
    ...(saving.isError ? {} : saving.variables?.source),
  };
  const visibilities = VISIBILITIES.filter((each) => each !== 'direct' || privacy === 'direct');
  return (
    <fieldset className="settings-group">
      <legend>{t('settings.posting')}</legend>
      <Form.Group controlId={`${id}-visibility`}>
        <Form.Label>{t('settings.visibility')}</Form.Label>
        <Form.Select
          value={privacy ?? 'public'}
          onChange={(event) => save({ privacy: event.target.value as Visibility })}
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
          onChange={(event) => save({ quotePolicy: event.target.value as QuotePolicy })}
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
        <Form.Select value={language ?? ''} onChange={(event) => save({ language: event.target.value })}>
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
        onChange={(event) => save({ sensitive: event.target.checked })}
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
