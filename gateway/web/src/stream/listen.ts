import type { QueryClient } from '@tanstack/react-query';

import { api } from '../api/client';
import { setLive, wanted, watch } from './channels';
import { type Connection, connect, type Socket } from './connection';
import { catchUp, take } from './news';

/** A subscription takes a moment: what is asked for after it overlaps with what comes by it. */
const SETTLED = 500;
const AGAIN = 30_000;

/** Streams that components call by names of the client's own. */
const STREAMS: Record<string, string> = { home: 'user', notifications: 'user' };
const ALWAYS = ['user', 'direct'];
/** Where nobody looks, unread notifications alone are counted. */
const UNSEEN = ['user:notification'];

function isSeen(): boolean {
  return document.visibilityState === 'visible';
}

function channels(): string[] {
  return isSeen() ? [...new Set([...ALWAYS, ...wanted().map((name) => STREAMS[name] ?? name)])] : UNSEEN;
}

function openSocket(): Socket {
  return new WebSocket(`${window.location.origin.replace(/^http/, 'ws')}/api/v1/streaming`);
}

async function isStreaming(queries: QueryClient): Promise<boolean> {
  const instance = await queries.fetchQuery({
    queryKey: ['instance'],
    queryFn: () => api.v2.instance.fetch(),
    staleTime: Infinity,
  });
  return instance.configuration.urls.streaming != null;
}

/**
 * Listens to what happens from now on, where the server has streams. While a connection is broken or nobody looks at the
 * page, nothing is live; afterwards all that was missed is asked for. Returns the way to listen no more.
 */
export function listen(queries: QueryClient): () => void {
  let connection: Connection | null = null;
  let standing = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let left = false;

  function show(): void {
    clearTimeout(timer);
    if (!standing || !isSeen()) {
      setLive(false);
      return;
    }
    timer = setTimeout(() => {
      setLive(true);
      catchUp(queries);
    }, SETTLED);
  }

  function begin(): void {
    isStreaming(queries).then(
      (streaming) => {
        if (streaming && !left) {
          connection = connect({
            open: openSocket,
            channels,
            onFrame: (frame) => take(queries, frame),
            onStanding: (now) => {
              standing = now;
              show();
            },
          });
        }
      },
      () => {
        timer = setTimeout(begin, AGAIN);
      },
    );
  }

  const look = (): void => {
    connection?.update();
    show();
  };
  const leave = watch(() => connection?.update());
  document.addEventListener('visibilitychange', look);
  begin();
  return () => {
    left = true;
    leave();
    document.removeEventListener('visibilitychange', look);
    clearTimeout(timer);
    connection?.close();
    setLive(false);
  };
}
