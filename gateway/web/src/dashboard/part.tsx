import type { UseQueryResult } from '@tanstack/react-query';
import { type ReactNode, useId } from 'react';

import { Failure } from '../error/failure';
import { Loading } from '../shell/loading';

/** A part of the page under its heading, which waits and fails by itself. */
export function Part<T>({
  title,
  query: { data, error, refetch },
  children,
}: {
  title: string;
  query: Pick<UseQueryResult<T>, 'data' | 'error' | 'refetch'>;
  children: (data: T) => ReactNode;
}) {
  const id = useId();
  return (
    <section className="insight" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {error !== null ? (
        <Failure error={error} retry={() => void refetch()} />
      ) : data === undefined ? (
        <Loading />
      ) : (
        children(data)
      )}
    </section>
  );
}
