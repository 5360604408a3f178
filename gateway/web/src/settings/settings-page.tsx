import { useTranslation } from 'react-i18next';

import { LATER } from '../i18n/i18n';
import { useSession } from '../session/session';
import { PageHeader } from '../shell/page-header';
import { AppearanceChoice } from './appearance-choice';
import { LanguageChoice } from './language-choice';
import { MediaRoom } from './media-room';
import { PostingDefaults } from './posting-defaults';
import { SettingsLinks } from './settings-links';
import { UnreachedMail } from './unreached-mail';
import './settings.scss';

/** How the client looks and speaks, how one posts, and the way to what belongs to the account. */
export function SettingsPage() {
  const { t } = useTranslation(LATER);
  const me = useSession();
  return (
    <>
      <PageHeader title={t('nav.settings')} />
      <div className="settings">
        {me !== null && <UnreachedMail />}
        {me !== null && <SettingsLinks />}
        <AppearanceChoice />
        <LanguageChoice />
        {me !== null && <PostingDefaults me={me} />}
        {me !== null && <MediaRoom />}
        <p className="quiet">{t('settings.shortcuts')}</p>
      </div>
    </>
  );
}
