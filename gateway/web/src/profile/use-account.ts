import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';

import { api } from '../api/client';

/** The user name in the address; null when the address is none of a person. */
export function useHandle(): string | null {
  const { handle = '' } = useParams();
  return /^@[\w.@:-]+$/.test(handle) ? handle.slice(1) : null;
}

/** The person of this name. */
export function useAccount(acct: string) {
  return useQuery({
    queryKey: ['account', acct.toLowerCase()],
    queryFn: () => api.v1.accounts.lookup({ acct }),
  });
}
