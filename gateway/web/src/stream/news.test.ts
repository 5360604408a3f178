import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { beforeEach, expect, test, vi } from 'vitest';

import type { Status } from '../api/types';
import { hear } from './channels';
import { changeStatus } from '../status/status-cache';
import { catchUp, shown, take } from './news';

const fetch = vi.hoisted(() => vi.fn());

vi.mock('../api/client', () => ({ api: { v1: { statuses: { fetch } } }, onUnauthorized: () => () => {} }));

let queries: QueryClient;

beforeEach(() => {
  queries = new QueryClient();
});

function post(id: string, more: object = {}): { id: string } & Record<string, unknown> {
  return { id, visibility: 'public', reblogs_count: 0, content: `Post ${id}`, account: { id: '1' }, ...more };
}

function comes(stream: string[], event: string, payload?: object | string): void {
  const text = typeof payload === 'object' ? JSON.stringify(payload) : payload;
  take(queries, { stream, event, ...(text !== undefined && { payload: text }) });
}

function pages(...items: object[]): object {
  return { pages: [{ items: items.map(shown) }], pageParams: [{}] };
}

test('names members as masto does', () => {
  expect(shown({ in_reply_to_id: null, media_attachments: [{ preview_url: 'x' }], tags: ['a_b'] })).toEqual({
    inReplyToId: null,
    mediaAttachments: [{ previewUrl: 'x' }],
    tags: ['a_b'],
  });
});

test('hands new posts to those who listen to the stream alone', () => {
  const heard: string[] = [];
  const leave = [
    hear<Status>('home', ({ id }) => heard.push(`home ${id}`)),
    hear<Status>('hashtag/trams', ({ id }) => heard.push(`trams ${id}`)),
  ];
  comes(['user'], 'update', post('7'));
  comes(['hashtag', 'trams'], 'update', post('8'));
  comes(['list', '3'], 'update', post('9'));
  leave.forEach((stop) => stop());
  comes(['user'], 'update', post('10'));
  expect(heard).toEqual(['home 7', 'trams 8']);
});

test('changes an edited post wherever it stands', () => {
  queries.setQueryData(['timeline', 'home'], pages(post('7'), post('8', { reblog: post('9') })));
  comes(['user'], 'status.update', post('9', { content: 'Edited' }));
  expect(queries.getQueryData(['timeline', 'home'])).toMatchObject({
    pages: [{ items: [{ content: 'Post 7' }, { reblog: { content: 'Edited' } }] }],
  });
});

test('takes a deleted post away', () => {
  queries.setQueryData(['timeline', 'home'], pages(post('7'), post('8')));
  queries.setQueryData(['status', '7'], shown(post('7')));
  comes(['user'], 'delete', '7');
  expect(queries.getQueryData(['timeline', 'home'])).toMatchObject({ pages: [{ items: [{ id: '8' }] }] });
  expect(queries.getQueryState(['status', '7'])?.isInvalidated).toBe(true);
});

/** Somebody looks at what was loaded. */
function looksAt(queryKey: string[], data: unknown): void {
  queries.setQueryData(queryKey, data);
  new QueryObserver(queries, { queryKey, queryFn: () => data, staleTime: Infinity }).subscribe(() => {});
}

test('shows what was edited, deleted or taken back while nobody listened', async () => {
  fetch.mockImplementation(async ({ id }: { id: string[] }) =>
    id.filter((one) => one !== '3').map((one) => shown(post(one, { content: `Now ${one}` }))),
  );
  const many = Array.from({ length: 30 }, (_none, at) => post(String(at + 10)));
  looksAt(['timeline', 'home'], pages(post('2', { reblog: post('1') }), post('3'), ...many));
  looksAt(['moderation-reports', '1'], { statuses: [shown(post('3'))] });
  queries.setQueryData(['timeline', 'public'], pages(post('4')));
  catchUp(queries);
  await vi.waitFor(() =>
    expect(queries.getQueryData(['timeline', 'home'])).toMatchObject({
      pages: [{ items: [{ id: '2', content: 'Now 2' }, ...many.map(({ id }) => ({ content: `Now ${id}` }))] }],
    }),
  );
  expect(fetch.mock.calls.map(([{ id }]) => id.length)).toEqual([20, 12]);
  expect(queries.getQueryData(['moderation-reports', '1'])).toMatchObject({ statuses: [{ id: '3' }] });
});

test('does not take an answer for newer than what was done meanwhile', async () => {
  const liked = shown(post('1', { favourited: true })) as Status;
  fetch.mockImplementationOnce(() => {
    changeStatus(queries, '1', (status) => ({ ...status, favourited: true }));
    return Promise.resolve([shown(post('1')), shown(post('2', { reblog: post('1') })), shown(post('3', { content: 'Now 3' }))]);
  });
  looksAt(['timeline', 'home'], pages(post('1'), post('2', { reblog: post('1') }), post('3')));
  catchUp(queries);
  await vi.waitFor(() =>
    expect(queries.getQueryData(['timeline', 'home'])).toMatchObject({
      pages: [{ items: [liked, { reblog: liked }, { content: 'Now 3' }] }],
    }),
  );
});

test('has notifications counted anew, those that come together once', () => {
  vi.useFakeTimers();
  const asked = vi.spyOn(queries, 'invalidateQueries');
  const one = { id: '5', type: 'favourite', account: { id: '1' } };
  comes(['user'], 'notification', one);
  comes(['user:notification'], 'notification', one);
  vi.runAllTimers();
  expect(asked.mock.calls).toEqual([[{ queryKey: ['notifications', 'unread'] }]]);
  comes(['user'], 'notification', one);
  vi.runAllTimers();
  expect(asked).toHaveBeenCalledTimes(2);
  vi.useRealTimers();
});

test('puts a conversation on top', () => {
  queries.setQueryData(['conversations', 'list'], pages({ id: '1' }, { id: '2', unread: false }));
  comes(['direct'], 'conversation', { id: '2', unread: true, accounts: [], last_status: null });
  expect(queries.getQueryData(['conversations', 'list'])).toMatchObject({
    pages: [{ items: [{ id: '2', unread: true }, { id: '1' }] }],
  });
});

test('reads the threads anew in which somebody has answered', () => {
  queries.setQueryData(['thread', '1'], { ancestors: [], descendants: [shown(post('2'))] });
  queries.setQueryData(['thread', '3'], { ancestors: [], descendants: [] });
  comes(['user'], 'update', post('4', { in_reply_to_id: '2' }));
  expect(queries.getQueryState(['thread', '1'])?.isInvalidated).toBe(true);
  expect(queries.getQueryState(['thread', '3'])?.isInvalidated).toBe(false);
});

test('reads the thread anew in which somebody has answered whom one does not follow', () => {
  queries.setQueryData(['thread', '7'], { ancestors: [], descendants: [] });
  const answer = post('9', { in_reply_to_id: '7' });
  comes(['user'], 'notification', { id: '5', type: 'mention', account: { id: '2' }, status: answer });
  expect(queries.getQueryState(['thread', '7'])?.isInvalidated).toBe(true);
});

test('knows nothing of events to come', () => {
  expect(() => comes(['user'], 'encrypted_message', '{}')).not.toThrow();
});

test('has announcements read anew when something happens to one', () => {
  for (const event of ['announcement', 'announcement.reaction', 'announcement.delete']) {
    queries.setQueryData(['announcements', 'en'], []);
    comes(['user'], event, '1');
    expect(queries.getQueryState(['announcements', 'en'])?.isInvalidated).toBe(true);
  }
});
