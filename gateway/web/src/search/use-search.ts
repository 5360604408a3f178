import { useQuery } from '@tanstack/react-query';

import { api } from '../api/client';
import type { Account, Tag } from '../api/types';
import { useFormat } from '../i18n/format';
import type { FoundStatus } from './highlights';

const MOST = 40;

/** What a search has found, of each kind the best first. */
export interface Found {
  statuses: FoundStatus[];
  accounts: Account[];
  hashtags: Tag[];
  /** A query that finds more. */
  didYouMean?: string | undefined;
}

/** What this server's search adds to the answer. */
interface Additions {
  statuses: FoundStatus[];
  didYouMean?: string;
}

async function search(q: string): Promise<Found> {
  const answer = await api.v2.search.list({ q, limit: MOST });
  const { statuses, accounts, hashtags, didYouMean } = answer as typeof answer & Additions;
  // Hashtags are objects in the second version of the search, though masto's type says names.
  return { statuses, accounts, hashtags: hashtags as unknown as Tag[], didYouMean };
}

/** Looks for all kinds at once, so that each tab can say how much it holds. */
export function useSearch(q: string) {
  const format = useFormat();
  const { data, error, isPlaceholderData, refetch } = useQuery({
    queryKey: ['search', q],
    queryFn: () => search(q),
    // While the next answer is on its way, the last one stays.
    placeholderData: (before) => before,
  });
  return {
    found: data,
    /** How many were found; "40+" where there may be more. */
    count: (kind: Exclude<keyof Found, 'didYouMean'>): string | undefined => {
      const found = data?.[kind].length;
      return found === undefined ? undefined : `${format.count(found)}${found >= MOST ? '+' : ''}`;
    },
    isStale: isPlaceholderData,
    error,
    retry: () => void refetch(),
  };
}
