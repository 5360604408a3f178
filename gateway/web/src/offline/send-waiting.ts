import { isPassing, reasonOf, statusOf } from '../api/errors';
import type { Status } from '../api/types';
import { createPost, describeImages } from '../compose/send-post';
import { sendFlag } from '../status/flags';
import { letWait, noLongerWait, waiting } from './kept';
import { alone, type WaitingDeed, type WaitingFlag, type WaitingPost } from './waiting';

/** The server knows a post by its key for an hour; after that, it would make another. */
const REPEATABLE = 50 * 60_000;

/** What became of all that waited. */
export interface Sent {
  posts: Status[];
  flags: WaitingFlag[];
  /** Whether something is left that is to be sent a little later. */
  more: boolean;
}

async function sendPost(post: WaitingPost, sent: Sent, now: number): Promise<void> {
  const { triedAt = now } = post;
  if (now - triedAt > REPEATABLE) {
    await letWait<WaitingPost>({ ...post, problem: 'unsure' });
    return;
  }
  await letWait<WaitingPost>({ ...post, triedAt });
  await describeImages(post.draft);
  sent.posts.push(await createPost(post.draft, post.replyTo?.id, post.id));
  await noLongerWait(post);
}

async function sendOne(deed: WaitingDeed, sent: Sent, now: number): Promise<void> {
  if (deed.kind === 'post') {
    await sendPost(deed, sent, now);
  } else {
    await sendFlag(deed.statusId, deed.flag, deed.on);
    sent.flags.push(deed);
    await noLongerWait(deed);
  }
}

/** Sends what waits in the order in which it was done. An outage stops it; a refusal is kept with its deed. */
export function sendWaiting(accountId: string, now = Date.now()): Promise<Sent> {
  return alone(async () => {
    const sent: Sent = { posts: [], flags: [], more: false };
    const deeds = (await waiting<WaitingDeed>()).filter((deed) => deed.accountId === accountId && !deed.problem);
    for (const deed of deeds) {
      try {
        await sendOne(deed, sent, now);
      } catch (error) {
        // Who has to sign in first sends it after that.
        if (isPassing(error) || statusOf(error) === 401) {
          sent.more = isPassing(error);
          break;
        }
        await letWait<WaitingDeed>({ ...deed, problem: { reason: reasonOf(error) ?? '' } });
      }
    }
    return sent;
  });
}
