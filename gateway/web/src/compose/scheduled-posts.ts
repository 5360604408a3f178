import { api } from '../api/client';
import type { ScheduledStatus } from '../api/types';
import type { Draft } from './draft';
import { localTime } from './schedule';

/** Where what waits for its time is cached. */
export const SCHEDULED_KEY = ['scheduled'];

/** What makes the same post again. */
export function draftOfScheduled({ scheduledAt, params, mediaAttachments }: ScheduledStatus): Draft {
  const warning = params.spoilerText ?? '';
  return {
    text: params.text ?? '',
    warning,
    warned: warning !== '',
    visibility: params.visibility,
    language: params.language ?? '',
    media: mediaAttachments,
    sensitive: params.sensitive === true,
    poll: params.poll,
    scheduledFor: localTime(Date.parse(scheduledAt)),
    quotedId: params.quotedStatusId ?? null,
    quotePolicy: params.quoteApprovalPolicy ?? 'public',
  };
}

/** Posts that had to be given up before what replaces them had arrived. */
const givenUp = new Set<string>();

export function isGivenUp(waiting: ScheduledStatus | undefined): boolean {
  return waiting !== undefined && givenUp.has(waiting.id);
}

/**
 * Sends what takes the place of a post that waits, which goes once the other is stored. Where it has images it goes
 * before, since an image belongs to one post; what is sent is kept in this browser then. One that is no longer there has
 * been published, and is not sent a second time: the server's 404 says so.
 */
export async function inPlaceOf<T>(waiting: ScheduledStatus, send: () => Promise<T>): Promise<T> {
  const old = api.v1.scheduledStatuses.$select(waiting.id);
  if (givenUp.has(waiting.id)) {
    return send();
  }
  if (waiting.mediaAttachments.length > 0) {
    await old.remove();
    givenUp.add(waiting.id);
    return send();
  }
  await old.fetch();
  const sent = await send();
  await old.remove();
  return sent;
}
