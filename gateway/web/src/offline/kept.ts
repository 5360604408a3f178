import { clear, createStore, del, entries, get, promisifyRequest, set } from 'idb-keyval';

const DAY = 24 * 60 * 60_000;
const KEPT_FOR = 14 * DAY;
const MOST = 150;
const OWNER = 'owner';

/** An answer of the server as it was seen last. */
export interface Seen {
  data: unknown;
  /** When it came, in milliseconds. */
  at: number;
}

/** What somebody has done and the server does not know yet. */
export interface Deed {
  id: string;
  accountId: string;
  at: number;
}

/** Where the service worker keeps pictures, some of which not everybody may see. */
export const PICTURES = 'pictures';

const seen = createStore('microblog-seen', 'answers');
const deeds = createStore('microblog-waiting', 'deeds');

async function forgetPictures(): Promise<void> {
  // Only pages that came safely have caches.
  if ('caches' in globalThis) {
    await caches.delete(PICTURES);
  }
}

/** Makes the store that of one person: what another has left behind goes. */
export async function keepFor(accountId: string): Promise<void> {
  const isNew = await seen('readwrite', async (store) => {
    const other = (await promisifyRequest<unknown>(store.get(OWNER))) !== accountId;
    if (other) {
      store.clear();
      store.put(accountId, OWNER);
    }
    await promisifyRequest(store.transaction);
    return other;
  });
  if (isNew) {
    await forgetPictures();
  }
  const others = (await waiting()).filter((deed) => deed.accountId !== accountId);
  await Promise.all(others.map(noLongerWait));
}

/** Keeps an answer, unless the store has become another's, or nobody's. */
export function keepSeen(accountId: string, name: string, data: unknown, at = Date.now()): Promise<void> {
  return seen('readwrite', async (store) => {
    if ((await promisifyRequest<unknown>(store.get(OWNER))) === accountId) {
      store.put({ data, at } satisfies Seen, name);
    }
    await promisifyRequest(store.transaction);
  });
}

/** An answer as it was seen last, if it is kept. */
export async function seenLast(name: string): Promise<unknown> {
  return (await get<Seen>(name, seen))?.data;
}

/** Drops what is too old, and of the rest what is too much. */
export async function dropOldest(now = Date.now()): Promise<void> {
  const answers = (await entries<string, Seen>(seen)).filter(([name]) => name !== OWNER);
  const old = answers
    .toSorted(([, one], [, other]) => other.at - one.at)
    .filter(([, { at }], place) => place >= MOST || now - at > KEPT_FOR);
  await Promise.all(old.map(([name]) => del(name, seen)));
}

/** Forgets what was seen: from now on nothing is kept until the store is somebody's again. */
export async function forgetSeen(): Promise<void> {
  await Promise.all([clear(seen), forgetPictures()]);
}

/** Forgets everything that this person has left in this browser's stores. */
export async function forgetAll(): Promise<void> {
  await Promise.all([forgetSeen(), clear(deeds)]);
}

export function letWait<T extends Deed>(deed: T): Promise<void> {
  return set(deed.id, deed, deeds);
}

export function noLongerWait({ id }: Deed): Promise<void> {
  return del(id, deeds);
}

export function stillWaits<T extends Deed>(id: string): Promise<T | undefined> {
  return get<T>(id, deeds);
}

/** What waits, in the order in which it was done. */
export async function waiting<T extends Deed>(): Promise<T[]> {
  return (await entries<string, T>(deeds)).map(([, deed]) => deed).toSorted((one, other) => one.at - other.at);
}
