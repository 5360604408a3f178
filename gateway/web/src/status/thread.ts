import type { Status } from '../api/types';

/** Where the rest of a thread is to be had. */
export interface Part {
  id: string;
  /** Only what follows this post below. */
  after?: string;
}

/** The posts around a post, as far as they have been read. */
export interface Thread {
  ancestors: Status[];
  descendants: Status[];
  /** Where there are others above; null at the start of the thread. */
  above: Part | null;
  /** Where there are others below; null at the end. */
  below: Part | null;
}

/** What a `Link` header says of the rest. */
export function restIn(link: string | null): Pick<Thread, 'above' | 'below'> {
  const rest: Pick<Thread, 'above' | 'below'> = { above: null, below: null };
  for (const [, id = '', after, relation] of link?.matchAll(
    /\/statuses\/(\d+)\/context(?:\?[^>]*?(?:after=(\d+))?)?>; rel="(\w+)"/g,
  ) ?? []) {
    rest[relation === 'next' ? 'below' : 'above'] = { id, ...(after === undefined ? {} : { after }) };
  }
  return rest;
}

/** A thread with another part of it. */
export function joined(thread: Thread, more: Thread, part: Part): Thread {
  return part.after === undefined
    ? { ...thread, ancestors: [...more.ancestors, ...thread.ancestors], above: more.above }
    : { ...thread, descendants: [...thread.descendants, ...more.descendants], below: more.below };
}

export type Gap = 'deleted' | 'hidden' | null;

/** What is missing between a post and the one that stands above it; undefined for the top. */
export function gapAbove(status: Status, above: Status | undefined): Gap {
  if (status.inReplyToId != null) {
    return above !== undefined && status.inReplyToId !== above.id ? 'hidden' : null;
  }
  return status.inReplyToAccountId == null ? null : 'deleted';
}

/** Whether a post has answers of which none is shown, since the thread goes deeper than is read at once. */
export function goesDeeper(status: Status, next: Status | undefined): boolean {
  return status.repliesCount > 0 && next?.inReplyToId !== status.id;
}
