import { createContext, useContext } from 'react';

import type { FilterResult, Status } from '../api/types';

/** Where posts stand, as filters name it. */
export type Place = 'home' | 'notifications' | 'public' | 'thread' | 'account';

/** Tells the posts below where they stand; without it no filter applies. */
export const FilterPlace = createContext<Place | null>(null);

/** Which of the reader's filters match a post, of those that apply where it stands. */
export function useFiltered(status: Status): FilterResult[] {
  const place = useContext(FilterPlace);
  return filteredAt(status, place);
}

export function filteredAt(status: Status, place: Place | null): FilterResult[] {
  return (status.filtered ?? []).filter(({ filter }) => place !== null && filter.context.includes(place));
}
