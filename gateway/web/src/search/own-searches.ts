import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { api } from '../api/client';
import { useFailureToast } from '../error/failure-toast';
import { LATER } from '../i18n/i18n';
import { useToast } from '../shell/toasts';
import type { SuggestionAnswer } from './suggestion';

/** A search that somebody keeps. */
export interface SavedSearch {
  id: string;
  q: string;
}

/** What this server adds to the API that masto knows; masto makes paths of names, so it can ask for them as well. */
interface Additions {
  search: {
    suggestions: { fetch(params: { q: string; limit: number }): Promise<SuggestionAnswer> };
    recent: {
      fetch(): Promise<string[]>;
      create(params: { q: string }): Promise<unknown>;
      remove(): Promise<unknown>;
    };
    $select(path: string): { remove(): Promise<unknown> };
  };
  savedSearches: {
    list(): Promise<SavedSearch[]>;
    create(params: { q: string }): Promise<SavedSearch>;
    $select(id: string): { remove(): Promise<unknown> };
  };
}

const { search, savedSearches } = api.v1 as unknown as Additions;

export const ownSearches = {
  suggest: (q: string, limit: number) => search.suggestions.fetch({ q, limit }),
};

const RECENT_KEY = ['own-searches', 'recent'];
const SAVED_KEY = ['own-searches', 'saved'];

/** Remembers what somebody meant to search for, not all that stood in the field meanwhile. */
export async function remember(queries: QueryClient, q: string): Promise<void> {
  try {
    await search.recent.create({ q });
    await queries.invalidateQueries({ queryKey: RECENT_KEY });
  } catch {
    // It is a help alone, and nothing that one waits for.
  }
}

/** What one has searched for lately, the latest first. */
export function useRecentSearches(wanted: boolean) {
  return useQuery({ queryKey: RECENT_KEY, queryFn: () => search.recent.fetch(), enabled: wanted, staleTime: 0 });
}

/** Forgets a search, or all of them. */
export function useForget(): (q?: string) => void {
  const queries = useQueryClient();
  const tellFailure = useFailureToast();
  const { mutate } = useMutation({
    mutationFn: (q: string | undefined) =>
      q === undefined ? search.recent.remove() : search.$select(`recent?q=${encodeURIComponent(q)}`).remove(),
    onMutate: (q) =>
      queries.setQueryData<string[]>(RECENT_KEY, (all) => (q === undefined ? [] : all?.filter((each) => each !== q))),
    onError: (error) => tellFailure(error),
    onSettled: async () => {
      await queries.invalidateQueries({ queryKey: RECENT_KEY });
      queries.removeQueries({ queryKey: ['suggestions'] });
    },
  });
  return mutate;
}

/** What one has saved, the oldest first. */
export function useSavedSearches(wanted: boolean) {
  return useQuery({ queryKey: SAVED_KEY, queryFn: async () => savedSearches.list(), enabled: wanted });
}

/** Saves a search, or takes it from the saved ones. */
export function useSaving() {
  const { t } = useTranslation(LATER);
  const queries = useQueryClient();
  const toast = useToast();
  const tellFailure = useFailureToast();
  const { mutate, isPending } = useMutation({
    mutationFn: async ({ q, saved }: { q: string; saved: SavedSearch | undefined }) =>
      saved === undefined ? savedSearches.create({ q }) : savedSearches.$select(saved.id).remove(),
    onSuccess: (_answer, { saved }) =>
      toast({ text: saved === undefined ? t('search.savedDone') : t('search.savedDeleted') }),
    onError: (error) => tellFailure(error),
    onSettled: () => queries.invalidateQueries({ queryKey: SAVED_KEY }),
  });
  return { change: mutate, isPending };
}
