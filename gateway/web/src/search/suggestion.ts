import type { Account, Tag } from '../api/types';

/** How what is being typed may go on, as the server says. */
export interface SuggestionAnswer {
  accounts: Account[];
  hashtags: Tag[];
  searches: string[];
}

/** One of the ways to go on. */
export type Suggestion =
  | { kind: 'person'; account: Account }
  | { kind: 'hashtag'; name: string }
  | { kind: 'search'; q: string };

/** All of them in the order in which they are shown. */
export function suggestionsIn({ accounts, hashtags, searches }: SuggestionAnswer): Suggestion[] {
  return [
    ...accounts.map((account): Suggestion => ({ kind: 'person', account })),
    ...hashtags.map(({ name }): Suggestion => ({ kind: 'hashtag', name })),
    ...searches.map((q): Suggestion => ({ kind: 'search', q })),
  ];
}

/** The next place in a list in which -1 is none of it, round and round. */
export function step(at: number, by: 1 | -1, count: number): number {
  return ((at + 1 + by + count + 1) % (count + 1)) - 1;
}
