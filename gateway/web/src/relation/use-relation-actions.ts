import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { api } from '../api/client';
import type { Account, Relationship } from '../api/types';
import { useFailureToast } from '../error/failure-toast';
import { useToast } from '../shell/toasts';
import { nameOf } from '../profile/names';
import { removeAuthor } from '../status/status-cache';
import { relationshipKey } from './use-relationship';

/** How boosts, new posts and languages of a person whom one follows are treated. */
export interface FollowOptions {
  reblogs?: boolean;
  notify?: boolean;
  languages?: string[];
}

interface Step {
  send: (person: ReturnType<typeof api.v1.accounts.$select>) => PromiseLike<unknown>;
  /** What will hold then: it shows at once. */
  expected: Partial<Relationship>;
  /** What is said when it is done. */
  text?: string;
  /** Whether one sees no more of them from then on. */
  silences?: true;
}

/** Lists that hold other things once one stands differently to somebody: loaded anew when they are next visited. */
const STALE = [['timeline'], ['notifications'], ['profile-posts'], ['people'], ['endorsed']];

/** Changes how one stands to a person; shown at once, and taken back when the server refuses. */
export function useRelationActions(account: Account) {
  const queries = useQueryClient();
  const { t } = useTranslation();
  const toast = useToast();
  const tellFailure = useFailureToast();
  const key = relationshipKey(account.id);
  const { mutate, isPending } = useMutation({
    mutationFn: ({ send }: Step) => Promise.resolve(send(api.v1.accounts.$select(account.id))),
    onMutate: ({ expected }) => {
      const before = queries.getQueryData<Relationship | null>(key);
      queries.setQueryData<Relationship | null>(key, (it) => it && { ...it, ...expected });
      return { before };
    },
    onSuccess: (relationship, { text, silences }) => {
      queries.setQueryData(key, relationship as Relationship);
      STALE.forEach((queryKey) => void queries.invalidateQueries({ queryKey, refetchType: 'none' }));
      if (silences) {
        removeAuthor(queries, account.id);
      }
      if (text !== undefined) {
        toast({ text });
      }
    },
    onError: (error, _step, undo) => {
      queries.setQueryData(key, undo?.before);
      tellFailure(error);
    },
  });
  const name = { name: nameOf(account) };

  return {
    isPending,
    followWith: (options: FollowOptions) =>
      mutate({
        send: (person) => person.follow(options),
        expected: {
          ...(options.reblogs === undefined ? {} : { showingReblogs: options.reblogs }),
          ...(options.notify === undefined ? {} : { notifying: options.notify }),
          ...(options.languages === undefined ? {} : { languages: options.languages }),
        },
      }),
    /** Without a duration in seconds it lasts until it is taken back. */
    mute: (notifications: boolean, duration: number) =>
      mutate({
        send: (person) => person.mute({ notifications, duration }),
        expected: { muting: true, mutingNotifications: notifications },
        text: t('relation.mutedDone', name),
        silences: true,
      }),
    unmute: () =>
      mutate({ send: (person) => person.unmute(), expected: { muting: false }, text: t('relation.unmutedDone', name) }),
    block: () =>
      mutate({
        send: (person) => person.block(),
        expected: { blocking: true, following: false, followedBy: false, requested: false },
        text: t('relation.blockedDone', name),
        silences: true,
      }),
    unblock: () =>
      mutate({ send: (person) => person.unblock(), expected: { blocking: false }, text: t('relation.unblockedDone', name) }),
    removeFollower: () =>
      mutate({
        send: (person) => person.removeFromFollowers(),
        expected: { followedBy: false },
        text: t('relation.removedDone', name),
      }),
    /** Shows them in one's own profile, or no longer. */
    endorse: (on: boolean, text: string) =>
      mutate({ send: (person) => (on ? person.endorse() : person.unendorse()), expected: { endorsed: on }, text }),
    annotate: (comment: string) =>
      mutate({ send: (person) => person.note.create({ comment }), expected: { note: comment } }),
  };
}

export type RelationActions = ReturnType<typeof useRelationActions>;
