import type { ComposeRequest } from '../compose/composer-context';

const KEY = 'microblog.wayBack';

/** Where somebody was whose session ended. */
interface WayBack {
  accountId: string;
  path: string;
  /** What was being written above the page. */
  composing: ComposeRequest | null;
}

/** Remembers it for as long as this tab is open. */
export function rememberWayBack(way: WayBack): void {
  sessionStorage.setItem(KEY, JSON.stringify(way));
}

/** Where this person was, unless somebody else has signed in since. It is told once. */
export function takeWayBack(accountId: string): WayBack | null {
  const way = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as WayBack | null;
  sessionStorage.removeItem(KEY);
  return way?.accountId === accountId ? way : null;
}
