import { ShieldAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import type { CredentialAccount } from '../api/types';
import { Empty } from '../error/empty';
import { LATER } from '../i18n/i18n';
import { useMe } from '../session/session';
import { SignedIn } from '../session/signed-in';
import { handlesReports } from '../session/staff';

interface Door {
  /** Whether somebody may see it: who handles reports unless something else is said. */
  may?: (me: CredentialAccount) => boolean;
  /** What the others are told. */
  denied?: string;
  children: ReactNode;
}

/** What only those see whose role allows it; the server decides all the same. */
export function ForStaff(door: Door) {
  return (
    <SignedIn>
      <IfAllowed {...door} />
    </SignedIn>
  );
}

function IfAllowed({ may = handlesReports, denied, children }: Door) {
  const { t } = useTranslation(LATER);
  return may(useMe()) ? (
    children
  ) : (
    <Empty Icon={ShieldAlert} title={t('moderation.deniedTitle')} text={denied ?? t('moderation.deniedText')} />
  );
}
