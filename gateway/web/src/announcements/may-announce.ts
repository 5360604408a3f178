import type { CredentialAccount } from '../api/types';

/** The bit that says that a role may do everything. */
const ADMINISTRATOR = 1;

/** Whether the person's role lets them announce; the server decides anyway. */
export function mayAnnounce(me: CredentialAccount | null): boolean {
  return me !== null && (Number(me.role?.permissions ?? 0) & ADMINISTRATOR) !== 0;
}
