import { useEffect, useSyncExternalStore } from 'react';

type Hear = (item: unknown) => void;

const hearers = new Map<string, Set<Hear>>();
const watchers = new Set<() => void>();
let live = false;

function changed(): void {
  watchers.forEach((tell) => tell());
}

/** Tells when somebody begins or ceases to listen, or when news begin or cease to come; returns the way to hear no more. */
export function watch(tell: () => void): () => void {
  watchers.add(tell);
  return () => watchers.delete(tell);
}

/** To which streams this page listens: `home`, or the API's name with the hashtag or list behind a slash. */
export function wanted(): string[] {
  return [...hearers.keys()];
}

/** Hears what comes by a stream from now on; returns the way to hear no more. */
export function hear<T>(channel: string, listener: (item: T) => void): () => void {
  const one = listener as Hear;
  const all = hearers.get(channel) ?? new Set();
  hearers.set(channel, all.add(one));
  changed();
  return () => {
    all.delete(one);
    if (all.size === 0 && hearers.get(channel) === all) {
      hearers.delete(channel);
    }
    changed();
  };
}

/** Hands on what has come by a stream. */
export function tell(channel: string, item: unknown): void {
  hearers.get(channel)?.forEach((listener) => listener(item));
}

export function setLive(now: boolean): void {
  live = now;
  changed();
}

/** Whether news come by themselves, so that nobody needs to ask for them. */
export function useLive(): boolean {
  return useSyncExternalStore(watch, () => live);
}

/** Hears what comes by a stream while a component is there. */
export function useHear<T>(channel: string | undefined, listener: (item: T) => void): void {
  useEffect(() => (channel === undefined ? undefined : hear(channel, listener)), [channel, listener]);
}
