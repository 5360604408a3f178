import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { mastodon } from 'masto';

import { api } from '../api/client';
import { useSession } from '../session/session';

export type Suggestion = mastodon.v1.Suggestion;

const KEY = ['suggestions'];
const ENOUGH = 20;

/** Whom one may want to follow, the best first, and the way to have somebody not suggested again. */
export function useSuggestions(wanted = true): { suggestions: Suggestion[]; dismiss: (id: string) => void } {
  const me = useSession();
  const queries = useQueryClient();
  const { data } = useQuery({
    queryKey: KEY,
    queryFn: async () => api.v2.suggestions.list({ limit: ENOUGH }),
    enabled: wanted && me !== null,
    staleTime: 10 * 60_000,
    retry: false,
  });
  const { mutate } = useMutation({
    // Masto's type wants a body, which the API does not.
    mutationFn: (id: string) => api.v1.suggestions.$select(id).remove(undefined as unknown as string),
    onMutate: (id) =>
      queries.setQueryData<Suggestion[]>(KEY, (all) => all?.filter(({ account }) => account.id !== id)),
    onError: () => void queries.invalidateQueries({ queryKey: KEY }),
  });
  return { suggestions: data ?? [], dismiss: mutate };
}
