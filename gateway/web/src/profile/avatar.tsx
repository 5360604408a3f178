import type { Account } from '../api/types';
import './avatar.scss';

/** A person's picture. Their name always stands beside it, so it needs no text of its own. */
export function Avatar({ account, size = 46 }: { account: Pick<Account, 'avatar'>; size?: number }) {
  return <img className="avatar" src={account.avatar} alt="" width={size} height={size} loading="lazy" decoding="async" />;
}
