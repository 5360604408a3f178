import { ShieldAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { Empty } from '../error/empty';
import { LATER } from '../i18n/i18n';
import { useMe } from '../session/session';
import { SignedIn } from '../session/signed-in';
import { changesSettings, seesFigures } from '../session/staff';
import { PageHeader } from '../shell/page-header';
import { MailBudgetSection } from './mail-budget';
import { MailPreviews } from './mail-previews';
import './mails.scss';

/** How much is left of the server's mails, and how they look. */
export function MailsPage() {
  const { t } = useTranslation(LATER);
  return (
    <>
      <PageHeader title={t('mails.title')} back />
      <SignedIn>
        <IfAllowed />
      </SignedIn>
    </>
  );
}

function IfAllowed() {
  const { t } = useTranslation(LATER);
  const me = useMe();
  return changesSettings(me) ? (
    <div className="mails">
      {seesFigures(me) && <MailBudgetSection />}
      <MailPreviews />
    </div>
  ) : (
    <Empty Icon={ShieldAlert} title={t('moderation.deniedTitle')} text={t('mails.denied')} />
  );
}
