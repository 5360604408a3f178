import { Flag } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import type { Account } from '../api/types';
import { LATER } from '../i18n/i18n';
import { nameOf } from '../profile/names';
import { MenuItem } from '../shell/menu-item';

/** The way to the moderators, in a menu. */
export function ReportItem({ account, onClick }: { account: Account; onClick: () => void }) {
  const { t } = useTranslation(LATER);
  return <MenuItem Icon={Flag} text={t('report.menu', { name: nameOf(account) })} grave onClick={onClick} />;
}
