import { useTranslation } from 'react-i18next';

import type { Account } from '../api/types';
import { nameOf } from '../profile/names';
import { ConfirmDialog } from '../shell/confirm-dialog';
import { MuteDialog } from './mute-dialog';
import { useRelationActions } from './use-relation-actions';

export type Silence = 'mute' | 'block';

/** Asks before one mutes or blocks somebody. */
export function SilenceDialog({ account, kind, onClose }: { account: Account; kind: Silence; onClose: () => void }) {
  const { t } = useTranslation();
  const actions = useRelationActions(account);
  if (kind === 'mute') {
    return <MuteDialog account={account} actions={actions} onClose={onClose} />;
  }
  return (
    <ConfirmDialog
      title={t('relation.blockTitle', { name: nameOf(account) })}
      text={t('relation.blockText')}
      action={t('relation.block')}
      onConfirm={actions.block}
      onClose={onClose}
    />
  );
}
