import type { QueryKey } from '@tanstack/react-query';
import { type ReactNode, useCallback, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

import type { Status } from '../api/types';
import { Failure } from '../error/failure';
import { FilterPlace, type Place } from '../filter/filter-place';
import { StatusCard } from '../status/status-card';
import { useHear } from '../stream/channels';
import { Fresh } from './fresh';
import { More } from './more';
import { PostSkeletons } from './skeletons';
import './timeline.scss';
import { type FetchPage, usePages } from './use-pages';

/** Posts, the newest first, without end. */
export function Timeline({
  label,
  queryKey,
  fetchPage,
  fetchSince,
  channel,
  place = null,
  empty,
}: {
  label: string;
  queryKey: QueryKey;
  fetchPage: FetchPage<Status>;
  /** For lists to which new posts come while one reads. */
  fetchSince?: (id: string) => Promise<Status[]>;
  /** The stream by which they come at once. */
  channel?: string;
  /** Which filters apply. */
  place?: Place | null;
  empty: ReactNode;
}) {
  const { t } = useTranslation();
  const list = usePages(queryKey, fetchPage, fetchSince !== undefined);
  const { refetch } = list;
  useHear(
    list.isSuccess && list.items.length === 0 ? channel : undefined,
    useCallback(() => void refetch(), [refetch]),
  );
  if (list.isPending) {
    return <PostSkeletons />;
  }
  if (list.isError && list.items.length === 0) {
    return <Failure error={list.error} retry={() => void list.refetch()} />;
  }
  return (
    <section className="timeline" aria-label={label}>
      {fetchSince !== undefined && list.items[0] !== undefined && (
        <Fresh
          queryKey={queryKey}
          newest={list.items[0]}
          sources={{ fetchSince, ...(channel !== undefined && { channel }) }}
          text={(count) => t('timeline.fresh', { count })}
        />
      )}
      {list.items.length === 0 && <Awaiting>{empty}</Awaiting>}
      <FilterPlace value={place}>
        {list.items.map((status) => (
          <StatusCard key={status.id} status={status} />
        ))}
      </FilterPlace>
      {list.items.length > 0 && <More list={list} />}
    </section>
  );
}

/** Stands where posts will be. Who has the focus in it when they come, keeps it among them. */
function Awaiting({ children }: { children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const timeline = place.current?.parentElement;
    const awaiting = place.current;
    return () => {
      if (awaiting?.contains(document.activeElement) === true) {
        requestAnimationFrame(() => timeline?.querySelector('article')?.focus({ preventScroll: true }));
      }
    };
  }, []);
  return <div ref={place}>{children}</div>;
}
