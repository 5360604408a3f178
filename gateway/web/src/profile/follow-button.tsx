import { useTranslation } from 'react-i18next';

import type { Account } from '../api/types';
import { SIGN_IN, useSession } from '../session/session';
import { nameOf } from './names';
import { useFollow, useRelationship } from './use-relationship';

/** Follows a person, or says that one does. */
export function FollowButton({ account, small = false }: { account: Account; small?: boolean }) {
  const { t } = useTranslation();
  const me = useSession();
  const relationship = useRelationship(account.id);
  const follow = useFollow(account);
  const size = small ? 'btn btn-sm' : 'btn';
  if (me === null) {
    return (
      <a className={`${size} btn-primary`} href={SIGN_IN}>
        {t('profile.follow')}
      </a>
    );
  }
  if (me.id === account.id) {
    return null;
  }
  if (relationship === null) {
    return <span className={`${size} btn-quiet follow-waiting`} aria-hidden="true" />;
  }
  const following = relationship.following;
  const requested = relationship.requested;
  const text = following
    ? t('profile.following')
    : requested
      ? t('profile.requested')
      : relationship.followedBy
        ? t('profile.followBack')
        : t('profile.follow');
  return (
    <button
      type="button"
      className={`${size} ${following || requested ? 'btn-quiet' : 'btn-primary'}`}
      aria-pressed={following || requested}
      disabled={relationship.blockedBy}
      onClick={() => follow.mutate(!(following || requested))}
    >
      {text} <span className="visually-hidden">{nameOf(account)}</span>
    </button>
  );
}
