import 'fake-indexeddb/auto';
import { QueryClient } from '@tanstack/react-query';
import { beforeEach, expect, test, vi } from 'vitest';

import { forgetAll, seenLast } from './kept';
import { keepWhatIsSeen, orSeenLast, refreshSeenLast } from './seen-last';
import { letFlagWait } from './waiting';

vi.mock('../api/client', () => ({ api: {} }));
const { isReachable } = vi.hoisted(() => ({ isReachable: vi.fn() }));
vi.mock('./reachable', () => ({ isReachable }));

const ME = { id: '1' };
const HOME = ['timeline', 'home'];
const POST = { id: '7', visibility: 'public', reblogsCount: 0, favouritesCount: 2, favourited: false };

function unreachable(): Promise<never> {
  return Promise.reject(new TypeError('Failed to fetch'));
}

/** A page that has just been opened. */
function aPage(): QueryClient {
  const queries = new QueryClient({ defaultOptions: { queries: { persister: orSeenLast, retry: false, networkMode: 'always' } } });
  keepWhatIsSeen(queries);
  return queries;
}

async function hasSeen(queries: QueryClient, queryKey: string[], data: unknown): Promise<void> {
  await queries.fetchQuery({ queryKey, queryFn: () => Promise.resolve(data) });
  await vi.waitFor(async () => expect(await seenLast(JSON.stringify(queryKey))).toEqual(data));
}

beforeEach(async () => {
  await forgetAll();
  isReachable.mockReset().mockResolvedValue(false);
});

test('what was seen last stands in for an answer that cannot come', async () => {
  const before = aPage();
  await hasSeen(before, ['session'], ME);
  await hasSeen(before, HOME, [POST]);

  const after = aPage();
  expect(await after.fetchQuery({ queryKey: ['session'], queryFn: unreachable })).toEqual(ME);
  expect(await after.fetchQuery({ queryKey: HOME, queryFn: unreachable })).toEqual([POST]);
});

test('a refusal is no reason to show something older', async () => {
  const before = aPage();
  await hasSeen(before, ['session'], ME);
  await hasSeen(before, HOME, [POST]);
  const gone = () => Promise.reject(new Error('404'));
  await expect(aPage().fetchQuery({ queryKey: HOME, queryFn: gone })).rejects.toThrow('404');
});

test('nothing is kept of who is not signed in, nor of searches', async () => {
  const queries = aPage();
  await queries.fetchQuery({ queryKey: ['session'], queryFn: () => Promise.resolve(null) });
  await queries.fetchQuery({ queryKey: HOME, queryFn: () => Promise.resolve([POST]) });
  await expect(aPage().fetchQuery({ queryKey: HOME, queryFn: unreachable })).rejects.toThrow();

  await hasSeen(queries, ['session'], ME);
  await queries.fetchQuery({ queryKey: ['search', 'secret'], queryFn: () => Promise.resolve([POST]) });
  await expect(aPage().fetchQuery({ queryKey: ['search', 'secret'], queryFn: unreachable })).rejects.toThrow();
});

test('all is forgotten once nobody is signed in', async () => {
  const before = aPage();
  await hasSeen(before, ['session'], ME);
  await hasSeen(before, HOME, [POST]);
  await aPage().fetchQuery({ queryKey: ['session'], queryFn: () => Promise.resolve(null) });
  await vi.waitFor(async () => expect(await seenLast(JSON.stringify(HOME))).toBeUndefined());
});

test('what waits shows in what was seen', async () => {
  const before = aPage();
  await hasSeen(before, ['session'], ME);
  await hasSeen(before, HOME, [POST]);
  await letFlagWait({ accountId: '1', statusId: '7', flag: 'favourited', on: true, author: 'Ada' });
  const [post] = (await aPage().fetchQuery({ queryKey: HOME, queryFn: unreachable })) as (typeof POST)[];
  expect(post).toMatchObject({ favourited: true, favouritesCount: 3 });
});

test('what stood in is asked for again, and nothing else', async () => {
  const before = aPage();
  await hasSeen(before, ['session'], ME);
  await hasSeen(before, HOME, [POST]);
  const after = aPage();
  const ask = vi.fn().mockImplementationOnce(unreachable).mockResolvedValue([]);
  const other = vi.fn().mockResolvedValue([]);
  await after.fetchQuery({ queryKey: HOME, queryFn: ask });
  await after.fetchQuery({ queryKey: ['timeline', 'public'], queryFn: other });
  await refreshSeenLast(after);
  await refreshSeenLast(after);
  expect(ask).toHaveBeenCalledTimes(2);
  expect(other).toHaveBeenCalledOnce();
});

test('an answer that was lost alone is asked for again', async () => {
  const before = aPage();
  await hasSeen(before, ['session'], ME);
  await hasSeen(before, HOME, [POST]);
  isReachable.mockImplementation(() => new Promise((resolve) => setTimeout(() => resolve(true), 20)));
  const after = aPage();
  const ask = vi.fn().mockImplementationOnce(unreachable).mockResolvedValue([]);
  await after.fetchQuery({ queryKey: HOME, queryFn: ask });
  await vi.waitFor(() => expect(after.getQueryData(HOME)).toEqual([]));
});
