import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { mastodon } from 'masto';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';

import { api } from '../api/client';
import type { Status } from '../api/types';
import { useToast } from '../shell/toasts';
import { changeStatus } from '../status/status-cache';
import { postPath } from '../status/time-link';
import { HOME_KEY } from '../timeline/timeline-keys';
import type { Pages } from '../timeline/use-pages';
import type { ComposeRequest } from './composer-context';
import type { Draft } from './draft';

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

async function create(draft: Draft, request: ComposeRequest, key: string): Promise<Status> {
  await Promise.all(
    draft.media
      .filter(({ description }) => description != null && description !== '')
      .map(({ id, description }) => api.v1.media.$select(id).update({ description: description ?? '' })),
  );
  const params = {
    ...parameters(draft, request),
    visibility: draft.visibility,
    ...(draft.poll === null ? {} : { poll: draft.poll }),
  };
  return api.v1.statuses.create(params as mastodon.rest.v1.CreateStatusParams, {
    requestInit: { headers: { 'Idempotency-Key': key } },
  });
}

function edit(draft: Draft, status: Status): Promise<Status> {
  const params = {
    ...parameters(draft, {}),
    mediaIds: draft.media.map(({ id }) => id),
    mediaAttributes: draft.media.map(({ id, description }) => ({ id, description: description ?? '' })),
  };
  return api.v1.statuses.$select(status.id).update(params as unknown as mastodon.rest.v1.UpdateStatusParams);
}

/** Publishes a draft, or what an edit made of a post. Trying again after a failure never posts twice. */
export function usePublish(request: ComposeRequest, onDone: () => void) {
  const queries = useQueryClient();
  const { t } = useTranslation();
  const toast = useToast();
  const navigate = useNavigate();
  const [key, setKey] = useState(() => crypto.randomUUID());
  return useMutation({
    mutationFn: (draft: Draft) =>
      request.edit === undefined ? create(draft, request, key) : edit(draft, request.edit),
    onSuccess: (status) => {
      setKey(crypto.randomUUID());
      if (request.edit !== undefined) {
        changeStatus(queries, status.id, () => status);
        toast({ text: t('compose.saved') });
      } else {
        announce(status);
      }
      onDone();
    },
  });

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
}
