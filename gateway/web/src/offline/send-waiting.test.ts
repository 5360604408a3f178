import 'fake-indexeddb/auto';
import { MastoHttpError } from 'masto';
import { beforeEach, expect, test, vi } from 'vitest';

import { emptyDraft } from '../compose/draft';
import { forgetAll, letWait, waiting } from './kept';
import { sendWaiting } from './send-waiting';
import { letFlagWait, takeBack, tryAgain, type WaitingDeed, type WaitingPost } from './waiting';

const { createPost, sendFlag } = vi.hoisted(() => ({ createPost: vi.fn(), sendFlag: vi.fn() }));
vi.mock('../compose/send-post', () => ({ createPost, describeImages: () => Promise.resolve() }));
vi.mock('../status/flags', () => ({ sendFlag }));

const MINUTE = 60_000;
const POST: WaitingPost = {
  kind: 'post',
  id: 'key',
  accountId: '1',
  at: 0,
  draft: emptyDraft({ text: 'Hello' }, 'me', { visibility: 'public', language: '', sensitive: false, quotePolicy: 'public' }),
};
const FAVOURITE = { accountId: '1', statusId: '7', flag: 'favourited', on: true, author: 'Ada' } as const;

function refusal(statusCode: number, message = 'refused'): MastoHttpError {
  return new MastoHttpError({ statusCode, message });
}

async function problems(): Promise<unknown[]> {
  return (await waiting<WaitingDeed>()).map(({ problem }) => problem);
}

beforeEach(async () => {
  await forgetAll();
  createPost.mockReset().mockResolvedValue({ id: '9' });
  sendFlag.mockReset().mockResolvedValue({});
});

test('sends what waits once, in its order', async () => {
  await letFlagWait(FAVOURITE, 5);
  await letWait(POST);
  const { posts, flags, more } = await sendWaiting('1');
  expect(posts).toEqual([{ id: '9' }]);
  expect(flags).toHaveLength(1);
  expect(more).toBe(false);
  expect(createPost).toHaveBeenCalledWith(POST.draft, undefined, 'key');
  expect(createPost.mock.invocationCallOrder[0]).toBeLessThan(sendFlag.mock.invocationCallOrder[0] ?? 0);
  await sendWaiting('1');
  expect(createPost).toHaveBeenCalledOnce();
});

test('two tabs send it once', async () => {
  await letWait(POST);
  await Promise.all([sendWaiting('1'), sendWaiting('1')]);
  expect(createPost).toHaveBeenCalledOnce();
});

test('sends nothing of somebody else', async () => {
  await letWait(POST);
  await sendWaiting('2');
  expect(createPost).not.toHaveBeenCalled();
});

test('goes on later with the same key after an outage', async () => {
  createPost.mockRejectedValueOnce(new TypeError('Failed to fetch'));
  await letWait(POST);
  expect((await sendWaiting('1', 0)).more).toBe(true);
  await sendWaiting('1', 49 * MINUTE);
  expect(createPost.mock.calls.map(([, , key]) => key as string)).toEqual(['key', 'key']);
});

test('asks before it sends again what the server may have forgotten', async () => {
  createPost.mockRejectedValueOnce(new TypeError('Failed to fetch'));
  await letWait(POST);
  await sendWaiting('1', 0);
  await sendWaiting('1', 51 * MINUTE);
  expect(createPost).toHaveBeenCalledOnce();
  expect(await problems()).toEqual(['unsure']);
  const [post] = await waiting<WaitingDeed>();
  await tryAgain(post as WaitingDeed);
  await sendWaiting('1', 52 * MINUTE);
  expect(createPost).toHaveBeenCalledTimes(2);
  expect(await waiting()).toEqual([]);
});

test('keeps a refused post with the reason, and sends the rest', async () => {
  createPost.mockRejectedValue(refusal(422, 'Too long'));
  await letWait(POST);
  await letFlagWait(FAVOURITE, 5);
  await sendWaiting('1');
  await sendWaiting('1');
  expect(await problems()).toEqual([{ reason: 'Too long' }]);
  expect(createPost).toHaveBeenCalledOnce();
  expect(sendFlag).toHaveBeenCalledOnce();
});

test('waits on when the session is over', async () => {
  createPost.mockRejectedValue(refusal(401));
  await letWait(POST);
  expect((await sendWaiting('1')).more).toBe(false);
  expect(await problems()).toEqual([undefined]);
});

test('a favourite that is taken back needs nothing to be sent', async () => {
  await letFlagWait(FAVOURITE);
  await letFlagWait({ ...FAVOURITE, on: false });
  expect(await waiting()).toEqual([]);
});

test('takes back only what has not been sent', async () => {
  await letWait(POST);
  expect(await takeBack(POST)).toBe(true);
  expect(await takeBack(POST)).toBe(false);
  await sendWaiting('1');
  expect(createPost).not.toHaveBeenCalled();
});
