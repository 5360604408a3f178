import { ListFilter, ShieldBan, VolumeX } from 'lucide-react';
import { lazy, Suspense } from 'react';
import Dropdown from 'react-bootstrap/Dropdown';
import { useTranslation } from 'react-i18next';

import type { Status } from '../api/types';
import { LATER } from '../i18n/i18n';
import type { Silence } from '../relation/silence-dialog';
import { ReportItem } from '../report/report-item';
import { MenuItem } from '../shell/menu-item';

const FilterPostDialog = lazy(async () => ({ default: (await import('../filter/filter-post-dialog')).FilterPostDialog }));
const ReportDialog = lazy(async () => ({ default: (await import('../report/report-dialog')).ReportDialog }));
const SilenceDialog = lazy(async () => ({ default: (await import('../relation/silence-dialog')).SilenceDialog }));

/** What is asked before one does something about somebody else's post. */
export type OthersQuestion = 'filter' | Silence | 'report';

/** What one does about posts of others, in their menu. */
export function OthersItems({ status, ask }: { status: Status; ask: (question: OthersQuestion) => void }) {
  const { t } = useTranslation(LATER);
  const author = { name: status.account.acct };
  return (
    <>
      <Dropdown.Divider />
      <MenuItem Icon={ListFilter} text={t('filter.postMenu')} onClick={() => ask('filter')} />
      <MenuItem Icon={VolumeX} text={t('relation.muteName', author)} onClick={() => ask('mute')} />
      <MenuItem Icon={ShieldBan} text={t('relation.blockName', author)} grave onClick={() => ask('block')} />
      <ReportItem account={status.account} onClick={() => ask('report')} />
    </>
  );
}

/** The question itself. */
export function OthersDialog({
  status,
  question,
  onClose,
}: {
  status: Status;
  question: OthersQuestion;
  onClose: () => void;
}) {
  return (
    <Suspense>
      {question === 'filter' && <FilterPostDialog status={status} onClose={onClose} />}
      {question === 'report' && <ReportDialog account={status.account} status={status} onClose={onClose} />}
      {(question === 'mute' || question === 'block') && (
        <SilenceDialog account={status.account} kind={question} onClose={onClose} />
      )}
    </Suspense>
  );
}
