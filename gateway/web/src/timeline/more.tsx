import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

import { Loading } from '../shell/loading';

interface Growing {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  isFetchNextPageError: boolean;
  fetchNextPage: () => Promise<unknown>;
}

/** The end of a list: the next page is fetched when it comes near, or by pressing the button. */
export function More({ list }: { list: Growing }) {
  const { t } = useTranslation();
  const end = useRef<HTMLDivElement>(null);
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = list;
  useEffect(() => {
    if (end.current === null || !hasNextPage || isFetchingNextPage || isFetchNextPageError) {
      return;
    }
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting === true) {
          void fetchNextPage();
        }
      },
      { rootMargin: '800px' },
    );
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage]);
  return (
    <div ref={end} className="list-end">
      {isFetchingNextPage && <Loading />}
      {!isFetchingNextPage && hasNextPage && (
        <button type="button" className="btn btn-quiet" onClick={() => void fetchNextPage()}>
          {isFetchNextPageError ? t('error.retry') : t('list.more')}
        </button>
      )}
      {!hasNextPage && (
        <p className="quiet">
          <span className="list-end-mark" aria-hidden="true" />
          <span className="visually-hidden">{t('list.end')}</span>
        </p>
      )}
    </div>
  );
}
