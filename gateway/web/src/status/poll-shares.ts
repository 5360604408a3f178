import type { Poll } from '../api/types';

/** How much of all votes, or voters where each has several, an option has; null while that is hidden. */
export function sharesOf(poll: Poll): number[] | null {
  const all = poll.multiple ? (poll.votersCount ?? 0) : poll.votesCount;
  const counts = poll.options.map(({ votesCount }) => votesCount);
  return counts.some((count) => count == null) ? null : counts.map((count) => (all === 0 ? 0 : (count ?? 0) / all));
}

/** The positions chosen after one more was turned. */
export function chosenAfter(chosen: readonly number[], position: number, multiple: boolean): number[] {
  if (!multiple) {
    return [position];
  }
  return chosen.includes(position) ? chosen.filter((each) => each !== position) : [...chosen, position];
}
