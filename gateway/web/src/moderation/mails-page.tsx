import { useTranslation } from 'react-i18next';

import { LATER } from '../i18n/i18n';
import { useMe } from '../session/session';
import { changesSettings, seesFigures } from '../session/staff';
import { PageHeader } from '../shell/page-header';
import { ForStaff } from './for-staff';
import { MailBudgetSection } from './mail-budget';
import { MailPreviews } from './mail-previews';
import './mails.scss';

/** How much is left of the server's mails, and how they look. */
export function MailsPage() {
  const { t } = useTranslation(LATER);
  return (
    <>
      <PageHeader title={t('mails.title')} back />
      <ForStaff may={changesSettings} denied={t('mails.denied')}>
        <Mails />
      </ForStaff>
    </>
  );
}

function Mails() {
  const me = useMe();
  return (
    <div className="mails">
      {seesFigures(me) && <MailBudgetSection />}
      <MailPreviews />
    </div>
  );
}
