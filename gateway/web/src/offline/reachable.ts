import { onlineManager } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';

const PATIENCE = 5_000;
const EVERY = 10_000;
/** Answers whoever asks, and never from a cache. */
const ANSWERS_ALL = '/health';

let asking: Promise<boolean> | null = null;

async function ask(): Promise<boolean> {
  try {
    await fetch(ANSWERS_ALL, { cache: 'no-store', signal: AbortSignal.timeout(PATIENCE) });
    return true;
  } catch {
    return false;
  }
}

/**
 * Finds out whether the server answers at all. What the browser says of its network is a reason to ask, no answer: one
 * may be reachable without the other.
 */
export function isReachable(): Promise<boolean> {
  asking ??= ask()
    .then((reached) => {
      onlineManager.setOnline(reached);
      return reached;
    })
    .finally(() => {
      asking = null;
    });
  return asking;
}

onlineManager.setEventListener(() => {
  const look = (): void => void isReachable();
  window.addEventListener('online', look);
  window.addEventListener('offline', look);
  const timer = setInterval(() => {
    if (!onlineManager.isOnline()) {
      look();
    }
  }, EVERY);
  return () => {
    window.removeEventListener('online', look);
    window.removeEventListener('offline', look);
    clearInterval(timer);
  };
});

/** Whether the server answered when it was last asked. */
export function useOnline(): boolean {
  return useSyncExternalStore(
    (changed) => onlineManager.subscribe(changed),
    () => onlineManager.isOnline(),
  );
}
