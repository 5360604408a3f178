import { api } from '../api/client';
import type { Status } from '../api/types';

/** What one may mark a post with. */
export type Flag = 'favourited' | 'reblogged' | 'bookmarked' | 'pinned' | 'muted';

const COUNTS: Partial<Record<Flag, 'favouritesCount' | 'reblogsCount'>> = {
  favourited: 'favouritesCount',
  reblogged: 'reblogsCount',
};

/** The post with the flag turned and its count moved along. */
export function turned(status: Status, flag: Flag, on: boolean): Status {
  const count = COUNTS[flag];
  const before = status[flag] === true;
  return {
    ...status,
    [flag]: on,
    ...(count === undefined || before === on ? {} : { [count]: Math.max(0, status[count] + (on ? 1 : -1)) }),
  };
}

/** Tells the server of a flag. */
export async function sendFlag(id: string, flag: Flag, on: boolean): Promise<unknown> {
  const one = api.v1.statuses.$select(id);
  switch (flag) {
    case 'favourited':
      return on ? one.favourite() : one.unfavourite();
    case 'reblogged':
      return on ? one.reblog() : one.unreblog();
    case 'bookmarked':
      return on ? one.bookmark() : one.unbookmark();
    case 'pinned':
      return on ? one.pin() : one.unpin();
    case 'muted':
      return on ? one.mute() : one.unmute();
  }
}
