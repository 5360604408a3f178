import { type Connection, connect, type Frame, type Wishes } from './connection';

/** What the tabs of a browser tell each other. */
export type Message =
  | { type: 'wants'; tab: string; channels: string[] }
  | { type: 'leads' }
  | { type: 'stands'; standing: boolean }
  | { type: 'frame'; frame: Frame };

/** Where the tabs meet that one person has open in one browser. */
export interface Room {
  /** The name of this tab. */
  tab: string;
  /** Tells all other tabs. */
  post: (message: Message) => void;
  /** Hears what the other tabs tell. */
  hear: (listener: (message: Message) => void) => void;
  /** Has this tab lead as soon as no other one does: whoever is away leads no more. */
  lead: (begin: () => void) => void;
  /** Tells once that another tab is gone, however it went. */
  whenGone: (tab: string, tell: () => void) => void;
  leave: () => void;
}

/** Notifications come by the stream of all that concerns a person; by both, they would come twice. */
const WHOLE = 'user';
const PART = 'user:notification';

/** What several tabs want, each once. */
export function together(all: string[][]): string[] {
  const names = new Set(all.flat());
  if (names.has(WHOLE)) {
    names.delete(PART);
  }
  return [...names];
}

/**
 * A connection that the tabs of a browser share: one of them leads and holds it, and tells the others what comes. When it
 * goes, another one leads. Each tab gets all that any of them wants.
 */
export function connectTogether(room: Room, wishes: Wishes): Connection {
  const others = new Map<string, string[]>();
  let own: Connection | null = null;
  let standing = false;

  function stands(now: boolean): void {
    if (now !== standing) {
      standing = now;
      wishes.onStanding(now);
    }
  }

  function want(): void {
    room.post({ type: 'wants', tab: room.tab, channels: wishes.channels() });
  }

  function takeIn(tab: string, channels: string[]): void {
    if (!others.has(tab)) {
      room.whenGone(tab, () => {
        others.delete(tab);
        own?.update();
      });
    }
    others.set(tab, channels);
    own?.update();
    room.post({ type: 'stands', standing });
  }

  room.hear((message) => {
    switch (message.type) {
      case 'wants':
        if (own !== null) {
          takeIn(message.tab, message.channels);
        }
        return;
      case 'leads':
        stands(false);
        want();
        return;
      case 'stands':
        stands(message.standing);
        return;
      case 'frame':
        wishes.onFrame(message.frame);
    }
  });
  room.lead(() => {
    stands(false);
    own = connect({
      open: wishes.open,
      channels: () => together([wishes.channels(), ...others.values()]),
      onFrame: (frame) => {
        room.post({ type: 'frame', frame });
        wishes.onFrame(frame);
      },
      onStanding: (now) => {
        room.post({ type: 'stands', standing: now });
        stands(now);
      },
    });
    room.post({ type: 'leads' });
  });
  want();
  return {
    update: () => (own === null ? want() : own.update()),
    close: () => {
      own?.close();
      room.leave();
    },
  };
}
