import { type RefObject, useEffect, useRef } from 'react';
import { useLocation } from 'react-router';

/**
 * Moves the focus to the heading of a page that was navigated to, so that keyboards and screen readers begin there. A
 * page that has put the focus elsewhere, such as into a field, keeps it; the first page is left as the browser shows it.
 */
export function useFocusOnNavigation(): RefObject<HTMLElement | null> {
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current !== pathname) {
      shown.current = pathname;
      const { current: page } = main;
      if (page?.contains(document.activeElement) !== true) {
        (page?.querySelector<HTMLElement>('h1') ?? page)?.focus({ preventScroll: true });
      }
    }
  }, [pathname]);
  return main;
}
