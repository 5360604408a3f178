import type { QueryKey } from '@tanstack/react-query';
import type { ReactNode } from 'react';

import type { Account } from '../api/types';
import { Failure } from '../error/failure';
import { Loading } from '../shell/loading';
import { More } from '../timeline/more';
import '../timeline/timeline.scss';
import { type FetchPage, usePages } from '../timeline/use-pages';
import { PersonCard } from './person-card';

/** People, page by page. */
export function PeopleList<T extends Account>({
  label,
  queryKey,
  fetchPage,
  empty,
  hint,
  action,
}: {
  label: string;
  queryKey: QueryKey;
  fetchPage: FetchPage<T>;
  empty: ReactNode;
  /** Something to know of each. */
  hint?: (person: T) => string | undefined;
  /** What can be done about each; following when not given. */
  action?: (person: T) => ReactNode;
}) {
  const list = usePages(queryKey, fetchPage);
  if (list.isPending) {
    return <Loading />;
  }
  if (list.isError && list.items.length === 0) {
    return <Failure error={list.error} retry={() => void list.refetch()} />;
  }
  return (
    <section aria-label={label}>
      {list.items.length === 0 && empty}
      {list.items.map((person) => (
        <PersonCard key={person.id} account={person} hint={hint?.(person)} action={action?.(person)} />
      ))}
      {list.items.length > 0 && <More list={list} />}
    </section>
  );
}
