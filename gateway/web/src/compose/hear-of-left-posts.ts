import { takeLeft } from './left-posts';
import { createPost } from './send-post';
import { endDraft, letGo, takeBack } from './sent-drafts';

/** Sends once more what was sent while its page closed: the server answers with the post that it has, and the draft ends. */
export async function hearOfLeftPosts(accountId: string): Promise<void> {
  await Promise.all(
    takeLeft(accountId).map(async ({ key, draft, replyTo, idempotencyKey }) => {
      letGo(key, draft);
      try {
        await createPost(draft, replyTo, idempotencyKey);
        endDraft(key, draft);
      } catch {
        // It is still there, as the draft that it was.
        takeBack(key, draft);
      }
    }),
  );
}
