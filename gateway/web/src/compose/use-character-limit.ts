import { useQuery } from '@tanstack/react-query';

import { api } from '../api/client';
import { countCharacters } from './count';

/** What the server takes unless it says otherwise. */
const USUAL = 5000;

/** How long a post may be here; a warning counts along. */
export function useCharacterLimit(): { most: number; left: (text: string, warning: string) => number } {
  const { data } = useQuery({
    queryKey: ['instance'],
    queryFn: () => api.v2.instance.fetch(),
    staleTime: Infinity,
  });
  const most = data?.configuration.statuses.maxCharacters ?? USUAL;
  return { most, left: (text, warning) => most - countCharacters(text) - countCharacters(warning) };
}
