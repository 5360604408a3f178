import type { Draft } from './draft';

const PREFIX = 'microblog.left.';
/** The server knows a post by its key for an hour; after that, it would make another. */
const REPEATABLE = 50 * 60_000;

/** A post that was sent while its page closed, so that nobody heard whether it arrived. */
interface LeftPost {
  key: string;
  draft: Draft;
  replyTo?: string | undefined;
  idempotencyKey: string;
  at: number;
}

export function rememberLeft(accountId: string, post: Omit<LeftPost, 'at'>, now = Date.now()): void {
  localStorage.setItem(`${PREFIX}${accountId}.${post.idempotencyKey}`, JSON.stringify({ ...post, at: now }));
}

function namesOf(accountId: string): string[] {
  return Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? '').filter((name) =>
    name.startsWith(`${PREFIX}${accountId}.`),
  );
}

/** Whether anything was sent of which nobody heard. */
export function hasLeft(accountId: string): boolean {
  return namesOf(accountId).length > 0;
}

/** What may be sent once more to hear of it. What is older stays a draft. */
export function takeLeft(accountId: string, now = Date.now()): LeftPost[] {
  return namesOf(accountId)
    .map((name) => {
      const post = JSON.parse(localStorage.getItem(name) ?? 'null') as LeftPost;
      localStorage.removeItem(name);
      return post;
    })
    .filter(({ at }) => now - at < REPEATABLE);
}
