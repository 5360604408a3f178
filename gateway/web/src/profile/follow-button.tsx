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
  const following = relationship?.following === true;
  const requested = relationship?.requested === true;
  const name = nameOf(account);
  const [text, label] = following
    ? [t('profile.following'), t('profile.unfollowName', { name })]
    : requested
      ? [t('profile.requested'), t('profile.cancelRequestName', { name })]
      : relationship?.followedBy === true
        ? [t('profile.followBack'), t('profile.followName', { name })]
        : [t('profile.follow'), t('profile.followName', { name })];
  return (
    <button
      type="button"
      className={`${size} ${following || requested ? 'btn-quiet' : 'btn-primary'}`}
      aria-label={label}
      aria-pressed={following || requested}
      disabled={relationship === null || relationship.blockedBy}
      onClick={() => follow.mutate(!(following || requested))}
    >
      {text}
    </button>
  );
}
