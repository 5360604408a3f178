import type { Draft } from '../compose/draft';
import type { Status } from '../api/types';
import type { Flag } from '../status/flags';
import { type Deed, letWait, noLongerWait, stillWaits } from './kept';

/** Why a deed will not be sent by itself: in the server's words, or because it may have arrived before. */
export type Problem = { reason: string } | 'unsure';

interface MayFail extends Deed {
  problem?: Problem;
}

/** A post that waits; its id is the key by which the server knows it when it is sent again. */
export interface WaitingPost extends MayFail {
  kind: 'post';
  draft: Draft;
  replyTo?: Status | undefined;
  /** When it was first sent without an answer. */
  triedAt?: number | undefined;
}

/** A favourite, a boost or a bookmark that waits, or its end. */
export interface WaitingFlag extends MayFail {
  kind: 'flag';
  statusId: string;
  flag: Flag;
  on: boolean;
  /** Whose post it is. */
  author: string;
}

export type WaitingDeed = WaitingPost | WaitingFlag;

const LOCK = 'microblog.waiting';
const FLAGS: ReadonlySet<Flag> = new Set<Flag>(['favourited', 'reblogged', 'bookmarked']);

/** One at a time in all tabs: what is being sent cannot be taken back, and is not sent twice. */
export function alone<T>(work: () => Promise<T>): Promise<T> {
  return navigator.locks.request(LOCK, work) as Promise<T>;
}

export function mayWait(flag: Flag): boolean {
  return FLAGS.has(flag);
}

/** Lets a flag wait; turning it back again undoes what waits. */
export async function letFlagWait(flag: Omit<WaitingFlag, 'kind' | 'id' | 'at'>, now = Date.now()): Promise<void> {
  const id = `${flag.statusId}.${flag.flag}`;
  await alone(async () => {
    const before = await stillWaits<WaitingFlag>(id);
    if (before !== undefined && before.on !== flag.on) {
      await noLongerWait(before);
    } else {
      await letWait<WaitingFlag>({ ...flag, kind: 'flag', id, at: now });
    }
  });
}

/** Takes a deed back, and says whether that came in time. */
export function takeBack(deed: WaitingDeed): Promise<boolean> {
  return alone(async () => {
    const inTime = (await stillWaits(deed.id)) !== undefined;
    await noLongerWait(deed);
    return inTime;
  });
}

/** Sends what has failed once more, for one who has read why. */
export async function tryAgain({ problem: _, ...deed }: WaitingDeed): Promise<void> {
  await letWait(deed.kind === 'post' ? { ...deed, triedAt: undefined } : deed);
}
