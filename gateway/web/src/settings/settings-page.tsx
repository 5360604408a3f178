import { ChevronRight, LogOut } from 'lucide-react';
import { useId } from 'react';
import Form from 'react-bootstrap/Form';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { speak } from '../i18n/i18n';
import { LANGUAGES, rememberLanguage } from '../i18n/languages';
import { SIGN_OUT, useSession } from '../session/session';
import { PageHeader } from '../shell/page-header';
import { type Appearance, useAppearance } from '../theme/appearance';
import './settings.scss';

/** How the client looks and speaks, and the way to what belongs to the account. */
export function SettingsPage() {
  const { t } = useTranslation();
  const me = useSession();
  return (
    <>
      <PageHeader title={t('nav.settings')} />
      <div className="settings">
        <AppearanceChoice />
        <LanguageChoice />
        {me !== null && (
          <section aria-labelledby="settings-account">
            <h2 id="settings-account">{t('settings.account')}</h2>
            <div className="settings-links">
              <Link to="/settings/profile">
                {t('profile.edit')}
                <ChevronRight size={18} aria-hidden="true" />
              </Link>
              <a href={SIGN_OUT}>
                {t('session.signOut')}
                <LogOut size={18} aria-hidden="true" />
              </a>
            </div>
          </section>
        )}
        <p className="quiet">{t('settings.shortcuts')}</p>
      </div>
    </>
  );
}

function AppearanceChoice() {
  const { t } = useTranslation();
  const id = useId();
  const { appearance, choose } = useAppearance();
  const choices: [Appearance, string][] = [
    ['system', t('settings.system')],
    ['light', t('settings.light')],
    ['dark', t('settings.dark')],
  ];
  return (
    <fieldset>
      <legend>{t('settings.appearance')}</legend>
      <div className="appearance-choice">
        {choices.map(([value, label]) => (
          <label key={value} className={value === appearance ? 'chosen' : undefined}>
            <input
              type="radio"
              name={id}
              value={value}
              checked={value === appearance}
              onChange={() => choose(value)}
            />
            <span className={`appearance-picture of-${value}`} aria-hidden="true" />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function LanguageChoice() {
  const { t, i18n } = useTranslation();
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
