import { Bell, BellRing } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import type { Account, Relationship } from '../api/types';
import { LATER } from '../i18n/i18n';
import { nameOf } from '../profile/names';
import { useRelationActions } from './use-relation-actions';

/** Asks to be told of each new post of somebody whom one follows. */
export function NotifyButton({ account, relationship }: { account: Account; relationship: Relationship }) {
  const { t } = useTranslation(LATER);
  const actions = useRelationActions(account);
  const label = t('relation.notify', { name: nameOf(account) });
  const Icon = relationship.notifying ? BellRing : Bell;
  return (
    <button
      type="button"
      className="icon-button outlined"
      aria-label={label}
      title={label}
      aria-pressed={relationship.notifying}
      onClick={() => actions.followWith({ notify: !relationship.notifying })}
    >
      <Icon size={20} aria-hidden="true" />
    </button>
  );
}
