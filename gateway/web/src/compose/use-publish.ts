import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { mastodon } from 'masto';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';

import { api } from '../api/client';
import { reasonOf } from '../api/errors';
import type { Status } from '../api/types';
import { unlessTakenBack } from '../shell/deferred';
import { useToast } from '../shell/toasts';
import { changeStatus } from '../status/status-cache';
import { postPath } from '../status/time-link';
import { HOME_KEY } from '../timeline/timeline-keys';
import type { Pages } from '../timeline/use-pages';
import { type ComposeRequest, useComposer } from './composer-context';
import type { Draft } from './draft';
import { endDraft, idempotencyKey, letGo, takeBack } from './sent-drafts';
import { waitsBeforeSending } from './undo-send';

/** The parameters of the API, with the content type that it takes beyond Mastodon's. */
function parameters(draft: Draft, request: ComposeRequest) {
  return {
    status: draft.text,
    contentType: 'text/markdown',
    spoilerText: draft.warned ? draft.warning : '',
    sensitive: (draft.warned && draft.warning !== '') || (draft.media.length > 0 && draft.sensitive),
    ...(draft.language === '' ? {} : { language: draft.language }),
    ...(draft.media.length === 0 ? {} : { mediaIds: draft.media.map(({ id }) => id) }),
    ...(request.replyTo === undefined ? {} : { inReplyToId: request.replyTo.id }),
  };
}

async function describeImages({ media }: Draft): Promise<void> {
  await Promise.all(
    media
      .filter(({ description }) => description != null && description !== '')
      .map(({ id, description }) => api.v1.media.$select(id).update({ description: description ?? '' })),
  );
}

async function create(draft: Draft, request: ComposeRequest, requestInit: RequestInit): Promise<Status> {
  const params = {
    ...parameters(draft, request),
    visibility: draft.visibility,
    ...(draft.poll === null ? {} : { poll: draft.poll }),
  };
  return api.v1.statuses.create(params as mastodon.rest.v1.CreateStatusParams, { requestInit });
}

function edit(draft: Draft, status: Status): Promise<Status> {
  const params = {
    ...parameters(draft, {}),
    mediaIds: draft.media.map(({ id }) => id),
    mediaAttributes: draft.media.map(({ id, description }) => ({ id, description: description ?? '' })),
  };
  return api.v1.statuses.$select(status.id).update(params as unknown as mastodon.rest.v1.UpdateStatusParams);
}

/**
 * Publishes a draft, or what an edit made of a post. A new post waits a moment in which it can be taken back, if that is
 * wanted, while the composer has closed; the draft is kept until the post is acknowledged. Trying again after a failure
 * never posts twice.
 */
export function usePublish(request: ComposeRequest, key: string, onDone: () => void) {
  const queries = useQueryClient();
  const { t } = useTranslation();
  const toast = useToast();
  const navigate = useNavigate();
  const { open } = useComposer();
  const closed = useRef(false);
  useEffect(() => {
    closed.current = false;
    return () => {
      closed.current = true;
    };
  }, []);
  const headers = (draft: Draft) => ({ 'Idempotency-Key': idempotencyKey(key, draft) });
  const sending = useMutation({
    mutationFn: async (draft: Draft) => {
      if (request.edit !== undefined) {
        return edit(draft, request.edit);
      }
      await describeImages(draft);
      return create(draft, request, { headers: headers(draft) });
    },
    onMutate: (draft) => letGo(key, draft),
    onSuccess: acknowledge,
    onError: (error, draft) => {
      takeBack(key, draft);
      if (closed.current) {
        offerBack(error, draft);
      }
    },
  });

  function publish(draft: Draft): void {
    if (request.edit !== undefined || !waitsBeforeSending()) {
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
      const init = { headers: headers(draft), keepalive: leaving };
      const sent = leaving ? create(draft, request, init) : described.then(() => create(draft, request, init));
      sent.then(
        (status) => acknowledge(status, draft),
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

  function offerBack(error: unknown, draft: Draft): void {
    toast({
      text: reasonOf(error) ?? t('compose.failed'),
      bad: true,
      lasts: Infinity,
      action: { label: t('compose.backToDraft'), run: () => open({ ...request, draft }) },
    });
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
    queries.setQueryData<Pages<Status>>(HOME_KEY, (list) => {
      const [first, ...rest] = list?.pages ?? [];
      return list && first && { ...list, pages: [{ ...first, items: [status, ...first.items] }, ...rest] };
    });
    if (request.replyTo !== undefined) {
      changeStatus(queries, request.replyTo.id, (it) => ({ ...it, repliesCount: it.repliesCount + 1 }));
      void queries.invalidateQueries({ queryKey: ['thread'] });
    }
    void queries.invalidateQueries({ queryKey: ['profile-posts', status.account.id] });
    toast({
      text: t('compose.published'),
      action: { label: t('compose.view'), run: () => void navigate(postPath(status)) },
    });
  }

  return { publish, isPending: sending.isPending, error: sending.error };
}
