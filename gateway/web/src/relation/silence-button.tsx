import { useTranslation } from 'react-i18next';

import type { Account } from '../api/types';
import { LATER } from '../i18n/i18n';
import { nameOf } from '../profile/names';
import './relation.scss';
import { useRelationActions } from './use-relation-actions';
import { useRelationship } from './use-relationship';

/** Ends a block, and sets it again for those who have changed their mind. */
export function BlockButton({ account }: { account: Account }) {
  const { t } = useTranslation(LATER);
  const actions = useRelationActions(account);
  const blocking = useRelationship(account.id)?.blocking ?? true;
  return (
    <SilenceButton account={account} disabled={actions.isPending} onClick={blocking ? actions.unblock : actions.block}>
      {blocking ? t('relation.unblock') : t('relation.block')}
    </SilenceButton>
  );
}

/** Ends a mute, and sets it again for those who have changed their mind. */
export function MuteButton({ account }: { account: Account }) {
  const { t } = useTranslation(LATER);
  const actions = useRelationActions(account);
  const muting = useRelationship(account.id)?.muting ?? true;
  return (
    <SilenceButton
      account={account}
      disabled={actions.isPending}
      onClick={() => (muting ? actions.unmute() : actions.mute(true, 0))}
    >
      {muting ? t('relation.unmute') : t('relation.mute')}
    </SilenceButton>
  );
}

function SilenceButton({
  account,
  disabled,
  onClick,
  children,
}: {
  account: Account;
  disabled: boolean;
  onClick: () => void;
  children: string;
}) {
  return (
    <div className="person-actions">
      <button type="button" className="btn btn-sm btn-quiet" disabled={disabled} onClick={onClick}>
        {children} <span className="visually-hidden">{nameOf(account)}</span>
      </button>
    </div>
  );
}
