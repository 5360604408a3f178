import { afterEach, expect, it, vi } from 'vitest';

import { EVERYTHING } from './kinds';
import { renew } from './renewal';

const NEW = { endpoint: 'https://push.example/new', keys: { p256dh: 'key', auth: 'secret' } };
const unsubscribe = vi.fn(async () => true);
const subscription = { toJSON: () => NEW, unsubscribe } as unknown as PushSubscription;

/** A server that answers so when it is asked for the present subscription; what it is told is returned. */
function server(present: Response): unknown[] {
  const told: unknown[] = [];
  vi.stubGlobal('fetch', async (path: string, request?: RequestInit) => {
    if (request?.method === 'POST') {
      told.push(JSON.parse(String(request.body)));
      return Response.json({});
    }
    return path === '/api/v2/instance' ? Response.json({ configuration: { vapid: { public_key: 'BAEC' } } }) : present;
  });
  return told;
}

/** A browser whose push service has given it a new address already, or asks it to subscribe anew. */
function browser(present: PushSubscription | null): PushManager & { subscribe: ReturnType<typeof vi.fn> } {
  return { getSubscription: async () => present, subscribe: vi.fn(async () => subscription) } as never;
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.clearAllMocks();
});

it('tells the server of the new address and keeps what was chosen', async () => {
  const chosen = { alerts: { mention: true, reblog: false }, policy: 'followed' };
  const told = server(Response.json({ endpoint: 'https://push.example/old', ...chosen }));
  await renew(browser(subscription));
  expect(told).toEqual([{ subscription: { ...NEW, standard: true }, data: chosen }]);
});

it('subscribes by the key of the server where the browser has no new address', async () => {
  const told = server(new Response(null, { status: 404 }));
  const without = browser(null);
  await renew(without);
  expect(without.subscribe).toHaveBeenCalledWith({
    userVisibleOnly: true,
    applicationServerKey: Uint8Array.from([4, 1, 2]),
  });
  expect(told).toEqual([{ subscription: { ...NEW, standard: true }, data: EVERYTHING }]);
});

it('ends what was subscribed to by a session that is over', async () => {
  const told = server(new Response(null, { status: 401 }));
  await renew(browser(subscription));
  expect(unsubscribe).toHaveBeenCalled();
  expect(told).toEqual([]);
});

it('fails where the server cannot say, so that nothing is forgotten', async () => {
  const told = server(new Response(null, { status: 503 }));
  await expect(renew(browser(subscription))).rejects.toThrow('503');
  expect(told).toEqual([]);
});
