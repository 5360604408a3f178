import type { Account } from '../api/types';
import './avatar.scss';

/** A person's picture, which does not move: many of them are seen at once. Their name always stands beside it, so it needs no text of its own. */
export function Avatar({ account, size = 46 }: { account: Pick<Account, 'avatarStatic'>; size?: number }) {
  return <img className="avatar" src={account.avatarStatic} alt="" width={size} height={size} loading="lazy" decoding="async" />;
}
