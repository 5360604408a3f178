import { useQuery } from '@tanstack/react-query';

import { api } from '../api/client';
import { countPost, isBlank, MOST_BYTES, sizeOf } from './count';

/** What the server takes unless it says otherwise. */
const USUAL = { characters: 5_000, options: 4, optionCharacters: 50 };

/** How much a post may hold here. */
export interface Limits {
  most: number;
  /** The characters left; a warning counts along. */
  left: (text: string, warning: string) => number;
  /** Whether it takes more room than the server gives, whatever it counts. */
  isTooLarge: (text: string, warning: string) => boolean;
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
    left: (text, warning) => most - count(text, warning),
    isTooLarge: (text, warning) => sizeOf(text, warning) > MOST_BYTES,
    poll: {
      options: polls?.maxOptions ?? USUAL.options,
      characters: polls?.maxCharactersPerOption ?? USUAL.optionCharacters,
    },
  };
}

/** A warning alone is the text. */
function count(text: string, warning: string): number {
  return isBlank(text) ? countPost(warning, '') : countPost(text, warning.trim());
}
