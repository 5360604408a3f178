import { ShieldAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { Empty } from '../error/empty';
import { LATER } from '../i18n/i18n';
import { useMe } from '../session/session';
import { SignedIn } from '../session/signed-in';
import { handlesReports } from '../session/staff';

/** What only those see who handle reports; the server decides all the same. */
export function ForStaff({ children }: { children: ReactNode }) {
  return (
    <SignedIn>
      <IfAllowed>{children}</IfAllowed>
    </SignedIn>
  );
}

function IfAllowed({ children }: { children: ReactNode }) {
  const { t } = useTranslation(LATER);
  const me = useMe();
  return handlesReports(me) ? (
    children
  ) : (
    <Empty Icon={ShieldAlert} title={t('moderation.deniedTitle')} text={t('moderation.deniedText')} />
  );
}
