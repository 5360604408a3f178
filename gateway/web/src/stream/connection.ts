/** One message of a stream, as the server sends it. */
export interface Frame {
  stream: string[];
  event: string;
  payload?: string;
}

/** What a connection needs of a WebSocket. */
export interface Socket {
  readonly readyState: number;
  send(text: string): void;
  close(): void;
  addEventListener(type: 'open' | 'close', listener: () => void): void;
  addEventListener(type: 'message', listener: (message: { data: unknown }) => void): void;
}

/** What a connection is to do, and for whom. */
export interface Wishes {
  open: () => Socket;
  /** The streams to listen to at this moment, as `hashtag/trams`. */
  channels: () => string[];
  onFrame: (frame: Frame) => void;
  /** Whether what happens comes from now on. */
  onStanding: (standing: boolean) => void;
}

export interface Connection {
  /** The streams to listen to are others now. */
  update: () => void;
  close: () => void;
}

const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 60_000;
/** What stood so long was a good connection. */
const STEADY = 10_000;
const OPEN = 1;

/**
 * How long to wait before the next attempt: twice as long each time, and never all clients at the same moment.
 *
 * @param failures in a row
 * @param chance from 0 to 1
 */
export function pauseAfter(failures: number, chance = Math.random()): number {
  return Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** failures) * (0.5 + chance / 2);
}

function wish(type: 'subscribe' | 'unsubscribe', channel: string): string {
  const slash = channel.indexOf('/');
  const stream = slash < 0 ? channel : channel.slice(0, slash);
  const of = slash < 0 ? {} : { [stream.startsWith('hashtag') ? 'tag' : stream]: channel.slice(slash + 1) };
  return JSON.stringify({ type, stream, ...of });
}

/** A connection that comes back by itself until it is closed. */
export function connect({ open, channels, onFrame, onStanding }: Wishes): Connection {
  let socket: Socket | null = null;
  let subscribed = new Set<string>();
  let failures = 0;
  let openedAt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let closed = false;

  function update(): void {
    if (socket?.readyState !== OPEN) {
      return;
    }
    const now = new Set(channels());
    for (const channel of [...now].filter((each) => !subscribed.has(each))) {
      socket.send(wish('subscribe', channel));
    }
    for (const channel of [...subscribed].filter((each) => !now.has(each))) {
      socket.send(wish('unsubscribe', channel));
    }
    subscribed = now;
  }

  function attempt(): void {
    const one = open();
    socket = one;
    one.addEventListener('open', () => {
      openedAt = Date.now();
      subscribed = new Set();
      update();
      onStanding(true);
    });
    one.addEventListener('message', ({ data }) => {
      const frame = JSON.parse(String(data)) as Partial<Frame>;
      if (frame.event !== undefined && frame.stream !== undefined) {
        onFrame(frame as Frame);
      }
    });
    one.addEventListener('close', () => {
      if (closed) {
        return;
      }
      failures = openedAt > 0 && Date.now() - openedAt >= STEADY ? 0 : failures + 1;
      openedAt = 0;
      onStanding(false);
      timer = setTimeout(attempt, pauseAfter(failures));
    });
  }

  attempt();
  return {
    update,
    close: () => {
      closed = true;
      clearTimeout(timer);
      socket?.close();
    },
  };
}
