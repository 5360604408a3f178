import { lazy, Suspense, useEffect, useState } from 'react';
import { useNavigate } from 'react-router';

import { useComposer } from '../compose/composer-context';
import { useSession } from '../session/session';

const ShortcutsHelp = lazy(async () => ({ default: (await import('./shortcuts-help')).ShortcutsHelp }));

/** Posts, and other rows, take part by being an article with such an attribute; their buttons by naming their key. */
const POST = 'article:is([data-post], [data-row])';

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null;
}

/** Moves the focus to the next post, or the previous; from outside of the list, to the first one on the screen. */
function movePost(step: 1 | -1): void {
  const posts = [...document.querySelectorAll<HTMLElement>(POST)];
  const current = document.activeElement?.closest<HTMLElement>(POST);
  const at = current === null || current === undefined ? -1 : posts.indexOf(current);
  const first = posts.findIndex((post) => post.getBoundingClientRect().top >= 0);
  const next = posts[at === -1 ? first : at + step];
  next?.focus({ preventScroll: true });
  next?.scrollIntoView({ block: 'center' });
}

function pressIn(key: string): void {
  document.activeElement?.closest(POST)?.querySelector<HTMLElement>(`[data-key="${key}"]`)?.click();
}

/** Works the page by single keys. */
export function Shortcuts() {
  const navigate = useNavigate();
  const me = useSession();
  const { open } = useComposer();
  const [help, setHelp] = useState(false);

  useEffect(() => {
    const actions: Record<string, () => void> = {
      j: () => movePost(1),
      k: () => movePost(-1),
      '/': () => void navigate('/search'),
      '?': () => setHelp(true),
      ...(me === null ? {} : { n: () => open({}) }),
    };
    const press = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) {
        return;
      }
      if (document.querySelector('.modal.show') !== null) {
        return;
      }
      const action = actions[event.key];
      if (action !== undefined) {
        event.preventDefault();
        action();
      } else if ('fbrso'.includes(event.key)) {
        pressIn(event.key);
      }
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [me, navigate, open]);

  return (
    help && (
      <Suspense>
        <ShortcutsHelp onClose={() => setHelp(false)} />
      </Suspense>
    )
  );
}
