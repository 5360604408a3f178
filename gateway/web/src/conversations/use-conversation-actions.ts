import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { api } from '../api/client';
import type { Conversation } from '../api/types';
import { useFailureToast } from '../error/failure-toast';
import { LATER } from '../i18n/i18n';
import { useToast } from '../shell/toasts';
import type { Pages } from '../timeline/use-pages';
import { CONVERSATIONS_KEY } from './unread';

/** Where the list of conversations is cached. */
export const CONVERSATION_LIST_KEY = [...CONVERSATIONS_KEY, 'list'];

interface Step {
  send: (here: ReturnType<typeof api.v1.conversations.$select>) => PromiseLike<unknown>;
  /** What becomes of it: it shows at once. */
  expected: (conversation: Conversation) => Conversation | null;
  /** What is said when it is done. */
  text?: string;
}

/** What one does with a conversation; shown at once, and taken back when the server refuses. */
export function useConversationActions({ id }: Conversation) {
  const { t } = useTranslation(LATER);
  const queries = useQueryClient();
  const toast = useToast();
  const tellFailure = useFailureToast();
  const { mutate } = useMutation({
    mutationFn: ({ send }: Step) => Promise.resolve(send(api.v1.conversations.$select(id))),
    onMutate: async ({ expected }) => {
      await queries.cancelQueries({ queryKey: CONVERSATION_LIST_KEY });
      const before = queries.getQueryData<Pages<Conversation>>(CONVERSATION_LIST_KEY);
      queries.setQueryData<Pages<Conversation>>(CONVERSATION_LIST_KEY, (list) => {
        const changed = (item: Conversation) => (item.id === id ? (expected(item) ?? []) : item);
        return list && { ...list, pages: list.pages.map((page) => ({ ...page, items: page.items.flatMap(changed) })) };
      });
      return { before };
    },
    onSuccess: (_answer, { text }) => {
      if (text !== undefined) {
        toast({ text });
      }
    },
    onError: (error, _step, undo) => {
      queries.setQueryData(CONVERSATION_LIST_KEY, undo?.before);
      tellFailure(error);
    },
    onSettled: () => queries.invalidateQueries({ queryKey: [...CONVERSATIONS_KEY, 'unread'] }),
  });
  return {
    read: () => mutate({ send: (here) => here.read(), expected: (it) => ({ ...it, unread: false }) }),
    unread: () => mutate({ send: (here) => here.unread(), expected: (it) => ({ ...it, unread: true }) }),
    remove: () =>
      mutate({ send: (here) => here.remove(), expected: () => null, text: t('conversations.deleted') }),
  };
}
