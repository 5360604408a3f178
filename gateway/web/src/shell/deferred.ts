/** As long as the message with its way back shows, in milliseconds. */
export const TIME_TO_CHANGE_ONES_MIND = 6_000;

type Deed = (leaving: boolean) => void;

const waiting = new Set<Deed>();

// Who closes the page has made up their mind.
if (typeof window !== 'undefined') {
  window.addEventListener('pagehide', () => waiting.forEach((finish) => finish(true)));
}

/**
 * Does something after a while, or as the page closes, unless it is taken back until then. Returns the way to take it
 * back, which says whether that came in time.
 */
export function unlessTakenBack(deed: Deed, after = TIME_TO_CHANGE_ONES_MIND): () => boolean {
  const finish: Deed = (leaving) => {
    clearTimeout(timer);
    waiting.delete(finish);
    deed(leaving);
  };
  const timer = setTimeout(() => finish(false), after);
  waiting.add(finish);
  return () => {
    clearTimeout(timer);
    return waiting.delete(finish);
  };
}
