import type { mastodon } from 'masto';

import { api } from '../api/client';
import type { ScheduledStatus, Status } from '../api/types';
import type { Draft } from './draft';
import { instantOf } from './schedule';

/** The parameters of the API, with the content type that it takes beyond Mastodon's. */
function parameters(draft: Draft, replyTo: string | undefined) {
  return {
    status: draft.text,
    contentType: 'text/markdown',
    spoilerText: draft.warned ? draft.warning : '',
    sensitive: (draft.warned && draft.warning !== '') || (draft.media.length > 0 && draft.sensitive),
    ...(draft.language === '' ? {} : { language: draft.language }),
    ...(draft.media.length === 0 ? {} : { mediaIds: draft.media.map(({ id }) => id) }),
    ...(replyTo === undefined ? {} : { inReplyToId: replyTo }),
    quoteApprovalPolicy: draft.quotePolicy,
  };
}

/** Tells the server what the images of a new post show. */
export async function describeImages({ media }: Draft): Promise<void> {
  await Promise.all(
    media
      .filter(({ description }) => description != null && description !== '')
      .map(({ id, description }) => api.v1.media.$select(id).update({ description: description ?? '' })),
  );
}

function newPost(draft: Draft, replyTo: string | undefined) {
  return {
    ...parameters(draft, replyTo),
    visibility: draft.visibility,
    ...(draft.quotedId == null ? {} : { quotedStatusId: draft.quotedId }),
    ...(draft.poll === null ? {} : { poll: draft.poll }),
  };
}

function under(idempotencyKey: string, keepalive = false) {
  return { requestInit: { headers: { 'Idempotency-Key': idempotencyKey }, keepalive } };
}

/** Lets the server publish a draft at its time; once, however often it is sent with the same key within an hour. */
export async function schedulePost(
  draft: Draft & { scheduledFor: string },
  replyTo: string | undefined,
  idempotencyKey: string,
): Promise<ScheduledStatus> {
  const params = { ...newPost(draft, replyTo), scheduledAt: instantOf(draft.scheduledFor) };
  const scheduled: unknown = await api.v1.statuses.create(
    params as mastodon.rest.v1.CreateScheduledStatusParams,
    under(idempotencyKey),
  );
  return scheduled as ScheduledStatus;
}

/** Makes a post of a draft; only one, however often it is sent with the same key within an hour. */
export async function createPost(
  draft: Draft,
  replyTo: string | undefined,
  idempotencyKey: string,
  keepalive = false,
): Promise<Status> {
  const params = newPost(draft, replyTo) as mastodon.rest.v1.CreateStatusParams;
  return api.v1.statuses.create(params, under(idempotencyKey, keepalive));
}

/** Makes a post what the draft says. */
export function editPost(draft: Draft, status: Status): Promise<Status> {
  const params = {
    ...parameters(draft, undefined),
    mediaIds: draft.media.map(({ id }) => id),
    mediaAttributes: draft.media.map(({ id, description }) => ({ id, description: description ?? '' })),
  };
  return api.v1.statuses.$select(status.id).update(params as unknown as mastodon.rest.v1.UpdateStatusParams);
}
