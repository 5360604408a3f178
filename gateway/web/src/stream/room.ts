import type { Message, Room } from './together';

/**
 * Where the tabs of a browser meet that belong to one person, by locks, of which those of a tab are free as soon as it is
 * gone. Undefined where the browser has none, as it has not on pages without TLS.
 *
 * @param name the same in all tabs that meet
 */
export function roomNamed(name: string): Room | undefined {
  if (!('locks' in navigator) || typeof BroadcastChannel === 'undefined') {
    return undefined;
  }
  const tab = crypto.randomUUID();
  const here = new BroadcastChannel(name);
  const left = new AbortController();
  const { signal } = left;
  const nameOf = (one: string): string => `${name}/${one}`;

  /** Holds a lock until this tab leaves. */
  function hold(lock: string, held: () => void): void {
    navigator.locks
      .request(lock, { signal }, () => {
        held();
        return new Promise<void>((free) => signal.addEventListener('abort', () => free()));
      })
      // Whoever leaves waits no more.
      .catch(() => {});
  }

  hold(nameOf(tab), () => {});
  return {
    tab,
    post: (message) => here.postMessage(message),
    hear: (listener) => here.addEventListener('message', ({ data }: MessageEvent<Message>) => listener(data)),
    lead: (begin) => hold(nameOf('lead'), begin),
    whenGone: (other, tell) => {
      navigator.locks.request(nameOf(other), { signal }, tell).catch(() => {});
    },
    leave: () => {
      left.abort();
      here.close();
    },
  };
}
