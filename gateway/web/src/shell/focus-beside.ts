const FOCUSABLE = 'a[href]:not([tabindex="-1"]), button:not(:disabled)';

/** What takes the focus of a thing: itself, or the first control within it. */
function targetIn(thing: HTMLElement): HTMLElement | null {
  return thing.matches('[tabindex]') ? thing : thing.querySelector<HTMLElement>(FOCUSABLE);
}

/**
 * Moves the focus from a thing that is about to go to the next of its kind, or the one before; from the last of them to
 * the text that it belonged to, or the page's heading. Without that, keyboards and screen readers would begin anew.
 */
export function focusBeside(
  thing: HTMLElement | null | undefined,
  kind: string,
  goesToo: (other: HTMLElement) => boolean = () => false,
): void {
  if (thing == null) {
    return;
  }
  const all = [...document.querySelectorAll<HTMLElement>(kind)];
  const at = all.indexOf(thing);
  const stays = (other: HTMLElement): boolean => other !== thing && !goesToo(other);
  const beside = all.slice(at).find(stays) ?? all.slice(0, Math.max(0, at)).findLast(stays);
  const target =
    (beside === undefined ? null : targetIn(beside)) ??
    thing.closest('form')?.querySelector('textarea') ??
    document.querySelector<HTMLElement>('main h1');
  target?.focus({ preventScroll: true });
}
