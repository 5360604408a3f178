import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';

import type { Account, Relationship } from '../api/types';
import { SIGN_IN, useSession } from '../session/session';
import { nameOf } from '../profile/names';
import { useFollow, useRelationship } from './use-relationship';
import { useRelationActions } from './use-relation-actions';

function textFor({ blocking, following, requested, followedBy }: Relationship, t: TFunction): string {
  if (blocking) {
    return t('relation.unblock');
  }
  if (following) {
    return t('profile.following');
  }
  if (requested) {
    return t('profile.requested');
  }
  return followedBy ? t('profile.followBack') : t('profile.follow');
}

/** Follows a person, or says that one does; of somebody blocked, takes that back. */
export function FollowButton({ account, small = false }: { account: Account; small?: boolean }) {
  const { t } = useTranslation();
  const me = useSession();
  const relationship = useRelationship(account.id);
  const follow = useFollow(account);
  const actions = useRelationActions(account);
  const size = small ? 'btn btn-sm' : 'btn';
  if (me === null) {
    return (
      <a className={`${size} btn-primary`} href={SIGN_IN}>
        {t('profile.follow')}
      </a>
    );
  }
  if (me.id === account.id || account.suspended === true) {
    return null;
  }
  if (relationship === null) {
    return <span className={`${size} btn-quiet follow-waiting`} aria-hidden="true" />;
  }
  const { blocking, blockedBy } = relationship;
  const on = relationship.following || relationship.requested;
  return (
    <button
      type="button"
      className={`${size} ${on || blocking ? 'btn-quiet' : 'btn-primary'}`}
      aria-pressed={blocking ? undefined : on}
      disabled={blockedBy && !blocking}
      onClick={() => (blocking ? actions.unblock() : follow.mutate(!on))}
    >
      {textFor(relationship, t)} <span className="visually-hidden">{nameOf(account)}</span>
    </button>
  );
}
