import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import type { Frame, Socket } from './connection';
import { connectTogether, type Message, type Room, together } from './together';

class FakeSocket implements Socket {
  readyState = 0;
  sent: { type: string; stream: string }[] = [];
  #listeners = new Map<string, (event: { data: unknown }) => void>();

  addEventListener(type: string, listener: (event: { data: unknown }) => void): void {
    this.#listeners.set(type, listener);
  }

  send(text: string): void {
    this.sent.push(JSON.parse(text) as { type: string; stream: string });
  }

  close(): void {
    this.readyState = 3;
    this.#listeners.get('close')?.({ data: undefined });
  }

  opens(): void {
    this.readyState = 1;
    this.#listeners.get('open')?.({ data: undefined });
  }

  says(frame: object): void {
    this.#listeners.get('message')?.({ data: JSON.stringify(frame) });
  }
}

/** A browser's tabs: the first of them leads, and what is told is heard at once. */
class House {
  #rooms: { tab: string; hear: (message: Message) => void; begin: () => void; gone: (() => void)[] }[] = [];

  enter(tab: string): Room {
    const one = { tab, hear: (_message: Message): void => {}, begin: (): void => {}, gone: [] as (() => void)[] };
    const others = () => this.#rooms.filter((each) => each !== one);
    return {
      tab,
      post: (message) => others().forEach(({ hear }) => hear(message)),
      hear: (listener) => {
        one.hear = listener;
      },
      lead: (begin) => {
        one.begin = begin;
        this.#rooms.push(one);
        if (this.#rooms[0] === one) {
          begin();
        }
      },
      whenGone: (other, tell) => this.#rooms.find((each) => each.tab === other)?.gone.push(tell),
      leave: () => {
        const led = this.#rooms[0] === one;
        this.#rooms = others();
        one.gone.forEach((tell) => tell());
        if (led) {
          this.#rooms[0]?.begin();
        }
      },
    };
  }
}

let house: House;
let sockets: FakeSocket[];

beforeEach(() => {
  vi.useFakeTimers();
  house = new House();
  sockets = [];
});

afterEach(() => {
  vi.useRealTimers();
});

function aTab(name: string, channels: string[]) {
  const frames: string[] = [];
  const standing: boolean[] = [];
  const connection = connectTogether(house.enter(name), {
    open: () => {
      const socket = new FakeSocket();
      sockets.push(socket);
      return socket;
    },
    channels: () => channels,
    onFrame: ({ payload = '' }: Frame) => frames.push(payload),
    onStanding: (now) => standing.push(now),
  });
  return { ...connection, channels, frames, standing };
}

function subscribed(socket: FakeSocket | undefined): string[] {
  const now = new Set<string>();
  socket?.sent.forEach(({ type, stream }) => (type === 'subscribe' ? now.add(stream) : now.delete(stream)));
  return [...now].sort();
}

test('wants each stream once, and notifications by one alone', () => {
  expect(together([['user', 'direct'], ['user:notification'], ['user', 'public']])).toEqual(['user', 'direct', 'public']);
  expect(together([['user:notification'], ['user:notification']])).toEqual(['user:notification']);
});

test('opens one connection for all tabs, which hear what comes by it', () => {
  const first = aTab('a', ['user']);
  sockets[0]?.opens();
  const second = aTab('b', ['user', 'public']);
  expect(sockets).toHaveLength(1);
  expect(subscribed(sockets[0])).toEqual(['public', 'user']);
  expect([first.standing, second.standing]).toEqual([[true], [true]]);

  sockets[0]?.says({ stream: ['public'], event: 'delete', payload: '7' });
  expect([first.frames, second.frames]).toEqual([['7'], ['7']]);
});

test('subscribes to what another tab wants now, until that is gone', () => {
  aTab('a', ['user']);
  sockets[0]?.opens();
  const second = aTab('b', ['user']);
  second.channels.push('public:local');
  second.update();
  expect(subscribed(sockets[0])).toEqual(['public:local', 'user']);
  second.close();
  expect(subscribed(sockets[0])).toEqual(['user']);
});

test('hands over when the tab goes that leads', () => {
  const first = aTab('a', ['user']);
  sockets[0]?.opens();
  const second = aTab('b', ['public']);
  const third = aTab('c', ['direct']);
  first.close();
  expect(sockets).toHaveLength(2);
  expect([second.standing, third.standing]).toEqual([
    [true, false],
    [true, false],
  ]);
  sockets[1]?.opens();
  expect(subscribed(sockets[1])).toEqual(['direct', 'public']);
  expect([second.standing.at(-1), third.standing.at(-1)]).toEqual([true, true]);
  sockets[1]?.says({ stream: ['direct'], event: 'delete', payload: '8' });
  expect([second.frames, third.frames]).toEqual([['8'], ['8']]);
});

test('tells all tabs when the connection breaks', () => {
  const first = aTab('a', ['user']);
  sockets[0]?.opens();
  const second = aTab('b', ['user']);
  sockets[0]?.close();
  expect([first.standing, second.standing]).toEqual([
    [true, false],
    [true, false],
  ]);
  vi.advanceTimersByTime(2_000);
  sockets[1]?.opens();
  expect(second.standing).toEqual([true, false, true]);
});
