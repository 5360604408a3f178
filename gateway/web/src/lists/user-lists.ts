import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

import { api } from '../api/client';
import type { Account, UserList } from '../api/types';
import { useFailureToast } from '../error/failure-toast';
import { HOME_KEY } from '../timeline/timeline-keys';

export const LISTS_KEY = ['lists'];

/** What the server takes of a list's name, in characters. */
export const LONGEST_TITLE = 100;

/** Where the posts of a list are cached. */
export function listTimelineKey(id: string): string[] {
  return ['timeline', 'list', id];
}

function listKey(id: string): string[] {
  return ['list', id];
}

function membersKey(id: string): string[] {
  return ['list-members', id];
}

function listsWithKey(accountId: string): string[] {
  return ['lists-with', accountId];
}

/** One's lists, the oldest first. */
export function useLists() {
  return useQuery({ queryKey: LISTS_KEY, queryFn: async () => api.v1.lists.list() });
}

export function useList(id: string) {
  return useQuery({ queryKey: listKey(id), queryFn: async () => api.v1.lists.$select(id).fetch() });
}

/** Who is on a list, who came last first. The server has a bound to that, so that all come at once. */
export function useMembers(id: string) {
  return useQuery({
    queryKey: membersKey(id),
    queryFn: async () => api.v1.lists.$select(id).accounts.list({ limit: 0 }),
  });
}

/** One's lists on which somebody is. */
export function useListsWith(accountId: string) {
  return useQuery({
    queryKey: listsWithKey(accountId),
    queryFn: async () => api.v1.accounts.$select(accountId).lists.list(),
  });
}

/** Tells all that was loaded what a list is now, or that it is no more. What it shows is loaded anew when next visited. */
export function useListChanged(): (list: UserList, gone?: boolean) => Promise<void> {
  const queries = useQueryClient();
  return async (list, gone = false) => {
    if (gone) {
      queries.removeQueries({ queryKey: listKey(list.id) });
    } else {
      queries.setQueryData(listKey(list.id), list);
    }
    void queries.invalidateQueries({ queryKey: ['lists-with'] });
    [listTimelineKey(list.id), HOME_KEY].forEach(
      (queryKey) => void queries.invalidateQueries({ queryKey, refetchType: 'none' }),
    );
    await queries.invalidateQueries({ queryKey: LISTS_KEY });
  };
}

interface Membership {
  list: UserList;
  account: Account;
  on: boolean;
}

function having<T extends { id: string }>(all: T[], one: T, on: boolean): T[] {
  const others = all.filter(({ id }) => id !== one.id);
  return on ? [one, ...others] : others;
}

/** Puts somebody on a list, or takes them off; shown at once, and taken back when the server refuses. */
export function useMembership(): (membership: Membership) => void {
  const queries = useQueryClient();
  const tellFailure = useFailureToast();
  const show = ({ list, account, on }: Membership): void => {
    queries.setQueryData<Account[]>(membersKey(list.id), (all) => all && having(all, account, on));
    queries.setQueryData<UserList[]>(listsWithKey(account.id), (all) => all && having(all, list, on));
  };
  const { mutate } = useMutation({
    mutationFn: async ({ list, account, on }: Membership) => {
      const members = api.v1.lists.$select(list.id).accounts;
      const named = { accountIds: [account.id] };
      await (on ? members.create(named) : members.remove(named));
    },
    onMutate: show,
    onSuccess: (_done, { list }) =>
      [listTimelineKey(list.id), HOME_KEY].forEach(
        (queryKey) => void queries.invalidateQueries({ queryKey, refetchType: 'none' }),
      ),
    onError: (error, membership) => {
      show({ ...membership, on: !membership.on });
      tellFailure(error);
    },
  });
  return mutate;
}
