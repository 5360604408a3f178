import type { ErasableAccount } from './casework-api';

/** How far it is: nothing to decide, up to whoever looks, waiting for somebody else, theirs to agree to, or done. */
export type ErasureStage = 'none' | 'open' | 'waiting' | 'asked' | 'erased';

/** How far the deletion of an account's data is for whoever looks. */
export function stageOf({ suspended, erasedAt, erasureRequest }: ErasableAccount, me: string): ErasureStage {
  if (erasedAt !== null) {
    return 'erased';
  }
  if (!suspended) {
    return 'none';
  }
  if (erasureRequest === null) {
    return 'open';
  }
  return erasureRequest.accountId === me ? 'waiting' : 'asked';
}
