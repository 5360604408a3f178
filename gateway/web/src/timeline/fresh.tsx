import type { QueryKey } from '@tanstack/react-query';
import { ArrowUp } from 'lucide-react';
import { useEffect } from 'react';

import { type Sources, useFresh } from './use-fresh';

/** Who has not scrolled further than this looks at the top. */
const TOP = 80;

/** A way to what is new, above a list. */
export function Fresh<T extends { id: string }>({
  queryKey,
  newest,
  sources,
  text,
  atOnce = false,
}: {
  queryKey: QueryKey;
  newest: T;
  sources: Sources<T>;
  text: (count: number) => string;
  /** Whether it shows by itself to those who look at the top. */
  atOnce?: boolean;
}) {
  const { count, show } = useFresh(queryKey, newest, sources);
  useEffect(() => {
    if (atOnce && count > 0 && window.scrollY < TOP) {
      show();
    }
  }, [atOnce, count, show]);
  return (
    <div className="fresh" aria-live="polite">
      {count > 0 && (
        <button type="button" className="btn btn-primary btn-sm" onClick={show}>
          <ArrowUp size={16} aria-hidden="true" />
          {text(count)}
        </button>
      )}
    </div>
  );
}
