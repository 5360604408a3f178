import { useQuery } from '@tanstack/react-query';

import { api } from '../api/client';
import { countCharacters } from './count';

/** What the server takes unless it says otherwise. */
const USUAL = { characters: 5_000, options: 4, optionCharacters: 50 };

/** How much a post may hold here. */
export interface Limits {
  most: number;
  /** The characters left; a warning counts along. */
  left: (text: string, warning: string) => number;
  /** How many options a poll has at most, and how many characters each of them. */
  poll: { options: number; characters: number };
}

export function useLimits(): Limits {
  const { data } = useQuery({
    queryKey: ['instance'],
    queryFn: () => api.v2.instance.fetch(),
    staleTime: Infinity,
  });
  const { statuses, polls } = data?.configuration ?? {};
  const most = statuses?.maxCharacters ?? USUAL.characters;
  return {
    most,
    left: (text, warning) => most - countCharacters(text) - countCharacters(warning),
    poll: {
      options: polls?.maxOptions ?? USUAL.options,
      characters: polls?.maxCharactersPerOption ?? USUAL.optionCharacters,
    },
  };
}
