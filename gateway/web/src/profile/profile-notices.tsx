import { NotebookPen, VolumeX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import type { Account, Relationship } from '../api/types';
import { useFormat } from '../i18n/format';
import { LATER } from '../i18n/i18n';
import { FollowRequestActions } from '../relation/follow-request-actions';
import { profilePath } from '../shell/nav-items';
import { Handle } from './handle';
import { nameOf } from './names';
import { useRelationActions } from '../relation/use-relation-actions';

/** What stands between oneself and a person, said where they are met. */
export function ProfileNotices({ account, relationship }: { account: Account; relationship: Relationship }) {
  const { t } = useTranslation(LATER);
  const format = useFormat();
  const actions = useRelationActions(account);
  const name = { name: nameOf(account) };
  const end = relationship.mutingExpiresAt;
  return (
    <>
      {account.moved != null && (
        <p className="profile-notice">
          {t('profile.moved', name)}{' '}
          <Link to={profilePath(account.moved)}>
            <Handle acct={account.moved.acct} />
          </Link>
        </p>
      )}
      {relationship.requestedBy && (
        <div className="profile-notice">
          <span>{t('notifications.followRequested', name)}</span>
          <FollowRequestActions account={account} />
        </div>
      )}
      {relationship.muting && (
        <p className="profile-notice">
          <VolumeX size={18} aria-hidden="true" />
          <span>
            {end == null ? t('relation.muted', name) : t('relation.mutedUntil', { ...name, when: format.full(end) })}
          </span>
          <button type="button" className="btn btn-sm btn-quiet" onClick={actions.unmute}>
            {t('relation.unmute')}
          </button>
        </p>
      )}
      {relationship.note != null && relationship.note !== '' && (
        <p className="profile-notice">
          <NotebookPen size={18} role="img" aria-label={t('relation.note')} />
          <span dir="auto">{relationship.note}</span>
        </p>
      )}
    </>
  );
}
