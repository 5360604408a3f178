import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { connect, type Frame, pauseAfter, type Socket } from './connection';

class FakeSocket implements Socket {
  readyState = 0;
  sent: unknown[] = [];
  #listeners = new Map<string, (event: { data: unknown }) => void>();

  addEventListener(type: string, listener: (event: { data: unknown }) => void): void {
    this.#listeners.set(type, listener);
  }

  send(text: string): void {
    this.sent.push(JSON.parse(text));
  }

  close(): void {
    this.readyState = 3;
    this.#happens('close');
  }

  opens(): void {
    this.readyState = 1;
    this.#happens('open');
  }

  says(data: string): void {
    this.#happens('message', data);
  }

  #happens(type: string, data?: string): void {
    this.#listeners.get(type)?.({ data });
  }

  breaks(): void {
    this.close();
  }
}

let sockets: FakeSocket[];
let channels: string[];
let frames: Frame[];
let standing: boolean[];

beforeEach(() => {
  vi.useFakeTimers();
  sockets = [];
  channels = ['user'];
  frames = [];
  standing = [];
});

afterEach(() => {
  vi.useRealTimers();
});

function connection() {
  return connect({
    open: () => {
      const socket = new FakeSocket();
      sockets.push(socket);
      return socket;
    },
    channels: () => channels,
    onFrame: (frame) => frames.push(frame),
    onStanding: (now) => standing.push(now),
  });
}

test('subscribes to what is wanted, and to nothing else any more', () => {
  channels = ['user', 'hashtag/trams', 'list/7'];
  const it = connection();
  sockets[0]?.opens();
  expect(sockets[0]?.sent).toEqual([
    { type: 'subscribe', stream: 'user' },
    { type: 'subscribe', stream: 'hashtag', tag: 'trams' },
    { type: 'subscribe', stream: 'list', list: '7' },
  ]);

  channels = ['user', 'public:local'];
  it.update();
  expect(sockets[0]?.sent.slice(3)).toEqual([
    { type: 'subscribe', stream: 'public:local' },
    { type: 'unsubscribe', stream: 'hashtag', tag: 'trams' },
    { type: 'unsubscribe', stream: 'list', list: '7' },
  ]);
  expect(standing).toEqual([true]);
});

test('hands on events, and no refusals', () => {
  connection();
  sockets[0]?.opens();
  sockets[0]?.says('{"error":"Unknown stream type","status":400}');
  sockets[0]?.says('{"stream":["user"],"event":"delete","payload":"7"}');
  expect(frames).toEqual([{ stream: ['user'], event: 'delete', payload: '7' }]);
});

test('comes back later each time, and begins anew', () => {
  connection();
  sockets[0]?.opens();
  sockets[0]?.breaks();
  expect(standing).toEqual([true, false]);
  vi.advanceTimersByTime(2_000);
  expect(sockets).toHaveLength(2);

  sockets[1]?.breaks();
  vi.advanceTimersByTime(1_900);
  expect(sockets).toHaveLength(2);
  vi.advanceTimersByTime(2_100);
  expect(sockets).toHaveLength(3);
  sockets[2]?.opens();
  expect(sockets[2]?.sent).toEqual([{ type: 'subscribe', stream: 'user' }]);
});

test('forgets failures after it has stood for a while', () => {
  connection();
  for (let i = 0; i < 5; i++) {
    sockets.at(-1)?.breaks();
    vi.advanceTimersByTime(60_000);
  }
  sockets.at(-1)?.opens();
  vi.advanceTimersByTime(10_000);
  const before = sockets.length;
  sockets.at(-1)?.breaks();
  vi.advanceTimersByTime(1_000);
  expect(sockets).toHaveLength(before + 1);
});

test('stays closed', () => {
  const it = connection();
  sockets[0]?.opens();
  it.close();
  vi.advanceTimersByTime(600_000);
  expect(sockets).toHaveLength(1);
});

test('waits at most a minute, and never everybody alike', () => {
  expect(pauseAfter(0, 0)).toBe(500);
  expect(pauseAfter(0, 1)).toBe(1_000);
  expect(pauseAfter(3, 1)).toBe(8_000);
  expect(pauseAfter(40, 0)).toBe(30_000);
  expect(pauseAfter(40, 1)).toBe(60_000);
});
