import type { Account } from '../api/types';

/** How a person is called: their own choice, or their user name. */
export function nameOf(account: Pick<Account, 'displayName' | 'username'>): string {
  return account.displayName.trim() === '' ? account.username : account.displayName;
}
