import type { QueryKey } from '@tanstack/react-query';
import { ArrowUp } from 'lucide-react';

import { type Sources, useFresh } from './use-fresh';

/** A way to what is new, above a list. */
export function Fresh<T extends { id: string }>({
  queryKey,
  newest,
  sources,
  text,
}: {
  queryKey: QueryKey;
  newest: T;
  sources: Sources<T>;
  text: (count: number) => string;
}) {
  const { count, show } = useFresh(queryKey, newest, sources);
  return <FreshPill count={count} text={text} onShow={show} />;
}

/** Says how much is new, and shows it. */
export function FreshPill({
  count,
  text,
  onShow,
}: {
  count: number;
  text: (count: number) => string;
  onShow: () => void;
}) {
  return (
    <div className="fresh" aria-live="polite">
      {count > 0 && (
        <button type="button" className="btn btn-primary btn-sm" onClick={onShow}>
          <ArrowUp size={16} aria-hidden="true" />
          {text(count)}
        </button>
      )}
    </div>
  );
}
