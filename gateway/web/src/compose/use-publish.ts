import { onlineManager, useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';

import { isUnreachable, statusOf } from '../api/errors';
import type { ScheduledStatus, Status } from '../api/types';
import { CONVERSATIONS_KEY } from '../conversations/unread';
import { useFailureToast } from '../error/failure-toast';
import { useFormat } from '../i18n/format';
import { letWait } from '../offline/kept';
import { isReachable } from '../offline/reachable';
import { WAITING_KEY } from '../offline/use-waiting';
import type { WaitingPost } from '../offline/waiting';
import { useMe } from '../session/session';
import { unlessTakenBack } from '../shell/deferred';
import { useToast } from '../shell/toasts';
import { changeStatus } from '../status/status-cache';
import { postPath } from '../status/time-link';
import { type ComposeRequest, useComposer } from './composer-context';
import type { Draft } from './draft';
import { rememberLeft } from './left-posts';
import { putOnHome } from './put-on-home';
import { inPlaceOf, isGivenUp, SCHEDULED_KEY } from './scheduled-posts';
import { createPost, describeImages, editPost, schedulePost } from './send-post';
import { endDraft, idempotencyKey, letGo, takeBack } from './sent-drafts';
import { waitsBeforeSending } from './undo-send';

/**
 * Publishes a draft, or what an edit made of a post. A new post waits a moment in which it can be taken back, if that is
 * wanted, while the composer has closed; the draft is kept until the post is acknowledged. Where the server cannot be
 * reached, the post waits, unless it has a time: then the composer stays open. Trying again after a failure never posts
 * twice.
 */
export function usePublish(request: ComposeRequest, key: string, onDone: () => void) {
  const queries = useQueryClient();
  const { t } = useTranslation();
  const toast = useToast();
  const tellFailure = useFailureToast();
  const navigate = useNavigate();
  const format = useFormat();
  const { open } = useComposer();
  const closed = useRef(false);
  useEffect(() => {
    closed.current = false;
    return () => {
      closed.current = true;
    };
  }, []);
  const me = useMe();
  const replyTo = request.replyTo?.id;
  const sending = useMutation({
    mutationFn: async (draft: Draft) => {
      if (request.edit !== undefined) {
        return editPost(draft, request.edit);
      }
      if (staysOpen(draft)) {
        const send = (): Promise<Status | ScheduledStatus> => sendAtItsTime(draft);
        return request.waiting === undefined ? send() : inPlaceOf(request.waiting, send);
      }
      return sendOrWait(draft, async (sameKey) => {
        await describeImages(draft);
        return createPost(draft, replyTo, sameKey);
      });
    },
    onMutate: (draft) => letGo(key, draft),
    onSettled: (_sent, _error, draft) =>
      staysOpen(draft) ? queries.invalidateQueries({ queryKey: SCHEDULED_KEY }) : undefined,
    onSuccess: arrived,
    onError: (error, draft) => {
      takeBack(key, draft);
      if (closed.current || isGivenUp(request.waiting)) {
        offerBack(error, draft);
      }
    },
  });

  /** What has a time, or had one, is not undone by a click: there is a page for that. */
  function staysOpen({ scheduledFor }: Draft): boolean {
    return request.edit !== undefined || request.waiting !== undefined || scheduledFor !== null;
  }

  async function sendAtItsTime(draft: Draft): Promise<Status | ScheduledStatus> {
    const sameKey = idempotencyKey(key, draft);
    const { scheduledFor } = draft;
    await describeImages(draft);
    return scheduledFor === null
      ? createPost(draft, replyTo, sameKey)
      : schedulePost({ ...draft, scheduledFor }, replyTo, sameKey);
  }

  function publish(draft: Draft): void {
    if (staysOpen(draft) || !waitsBeforeSending() || !onlineManager.isOnline()) {
      // Not once the composer has closed: it may be open for something else by then.
      sending.mutate(draft, { onSuccess: onDone });
    } else {
      sendLater(draft);
    }
  }

  function sendLater(draft: Draft): void {
    letGo(key, draft);
    const described = describeImages(draft);
    const recall = unlessTakenBack((leaving) => {
      const sameKey = idempotencyKey(key, draft);
      if (leaving) {
        rememberLeft(me.id, { key, draft, replyTo, idempotencyKey: sameKey });
      }
      const sent = leaving
        ? createPost(draft, replyTo, sameKey, true)
        : sendOrWait(draft, () => described.then(() => createPost(draft, replyTo, sameKey)));
      sent.then(
        (status) => arrived(status, draft),
        (error: unknown) => {
          takeBack(key, draft);
          offerBack(error, draft);
        },
      );
    });
    // Tells of its failure later, when the post is sent.
    described.catch(() => {});
    toast({
      text: t('compose.sending'),
      action: {
        label: t('common.undo'),
        run: () => {
          if (recall()) {
            takeBack(key, draft);
            open({ ...request, draft });
          }
        },
      },
    });
    onDone();
  }

  /** Sends a post; null when it waits until the server can be reached. */
  async function sendOrWait(draft: Draft, send: (idempotencyKey: string) => Promise<Status>): Promise<Status | null> {
    const id = idempotencyKey(key, draft);
    const post: WaitingPost = { kind: 'post', id, accountId: me.id, at: Date.now(), draft, replyTo: request.replyTo };
    if (onlineManager.isOnline()) {
      try {
        return await send(id);
      } catch (error) {
        if (!isUnreachable(error) || (await isReachable())) {
          throw error;
        }
        post.triedAt = post.at;
      }
    }
    await letWait(post);
    return null;
  }

  function arrived(status: Status | ScheduledStatus | null, draft: Draft): void {
    if (status === null) {
      endDraft(key, draft);
      void queries.invalidateQueries({ queryKey: WAITING_KEY });
      toast({ text: t('offline.postWaits') });
    } else if ('scheduledAt' in status) {
      endDraft(key, draft);
      toast({
        text: t('schedule.done', { when: format.full(status.scheduledAt) }),
        action: { label: t('compose.view'), run: () => void navigate('/scheduled') },
      });
    } else {
      acknowledge(status, draft);
    }
  }

  /** Who has to sign in first finds the draft open after that. */
  function offerBack(error: unknown, draft: Draft): void {
    const goOn = (): void => open({ ...request, draft });
    if (statusOf(error) === 401) {
      goOn();
    } else {
      const action = { label: t('compose.backToDraft'), run: goOn };
      tellFailure(error, { text: t('compose.failed'), lasts: Infinity, action });
    }
  }

  function acknowledge(status: Status, draft: Draft): void {
    endDraft(key, draft);
    if (request.edit !== undefined) {
      changeStatus(queries, status.id, () => status);
      toast({ text: t('compose.saved') });
    } else {
      announce(status);
    }
  }

  function announce(status: Status): void {
    putOnHome(queries, status);
    if (request.replyTo !== undefined) {
      changeStatus(queries, request.replyTo.id, (it) => ({ ...it, repliesCount: it.repliesCount + 1 }));
      void queries.invalidateQueries({ queryKey: ['thread'] });
    }
    if (request.quoting !== undefined) {
      changeStatus(queries, request.quoting.id, (it) => ({ ...it, quotesCount: it.quotesCount + 1 }));
    }
    void queries.invalidateQueries({ queryKey: ['profile-posts', status.account.id] });
    if (status.visibility === 'direct') {
      void queries.invalidateQueries({ queryKey: CONVERSATIONS_KEY });
    }
    toast({
      text: t('compose.published'),
      action: { label: t('compose.view'), run: () => void navigate(postPath(status)) },
    });
  }

  return { publish, isPending: sending.isPending, error: sending.error };
}
