import type { QueryClient } from '@tanstack/react-query';

import { api } from '../api/client';
import { onReadElsewhere, UNREAD_KEY } from '../notifications/unread';
import { setLive, wanted, watch } from './channels';
import { type Connection, connect, type Frame, type Socket, type Wishes } from './connection';
import { catchUp, take } from './news';
import { roomNamed } from './room';
import { connectTogether } from './together';

/** A subscription takes a moment: what is asked for after it overlaps with what comes by it. */
const SETTLED = 500;
const AGAIN = 30_000;
/** A connection that is handed over stands again sooner. */
const OUTAGE = 2_000;

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

/** Where nobody looks, nothing else shows. */
function isWanted({ event }: Frame): boolean {
  return isSeen() || event === 'notification';
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
 * Listens to what happens from now on, where the server has streams, by one connection for all tabs of a person. While it
 * is broken or nobody looks at the page, nothing is live; afterwards all that was missed is asked for. Returns the way to
 * listen no more.
 */
export function listen(queries: QueryClient, personId: string): () => void {
  let connection: Connection | null = null;
  let standing = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asking: ReturnType<typeof setTimeout> | undefined;
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

  function connected(): Connection {
    const wishes: Wishes = {
      open: openSocket,
      channels,
      onFrame: (frame) => {
        if (isWanted(frame)) {
          take(queries, frame);
        }
      },
      onStanding: (now) => {
        standing = now;
        show();
        askLater();
      },
    };
    const room = roomNamed(`microblog.stream.${personId}`);
    return room === undefined ? connect(wishes) : connectTogether(room, wishes);
  }

  /** A session that has ended, such as in another tab, takes its stream along: the next answer says so. */
  function askLater(): void {
    clearTimeout(asking);
    asking = standing ? undefined : setTimeout(() => void api.v1.accounts.verifyCredentials().catch(() => {}), OUTAGE);
  }

  function begin(): void {
    isStreaming(queries).then(
      (streaming) => {
        if (streaming && !left) {
          connection = connected();
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
  const hearNoMore = onReadElsewhere(() => void queries.invalidateQueries({ queryKey: UNREAD_KEY }));
  document.addEventListener('visibilitychange', look);
  begin();
  return () => {
    left = true;
    leave();
    hearNoMore();
    document.removeEventListener('visibilitychange', look);
    clearTimeout(timer);
    connection?.close();
    clearTimeout(asking);
    setLive(false);
  };
}
