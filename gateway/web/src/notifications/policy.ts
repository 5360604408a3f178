import { useQuery } from '@tanstack/react-query';

import { api } from '../api/client';
import { useSession } from '../session/session';

/** Where is cached what one does with notifications of people whom one does not know, and how many wait. */
export const POLICY_KEY = ['notifications', 'policy'];

/** Where the list of those who wait is cached. */
export const REQUESTS_KEY = ['notifications', 'requests'];

export function usePolicy() {
  const me = useSession();
  return useQuery({ queryKey: POLICY_KEY, queryFn: () => api.v2.notifications.policy.fetch(), enabled: me !== null });
}
