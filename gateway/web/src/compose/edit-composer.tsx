import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';

import { api } from '../api/client';
import type { Status } from '../api/types';
import { Failure } from '../error/failure';
import { Loading } from '../shell/loading';
import { Composer } from './composer';

/** Where a post is changed: closed until it is known how it was written, so that nothing comes over what is typed. */
export function EditComposer({ status, onDone }: { status: Status; onDone: () => void }) {
  const source = useQuery({
    queryKey: ['source', status.id],
    queryFn: () => api.v1.statuses.$select(status.id).source.fetch(),
    // As it is now, not as it was when somebody last looked.
    gcTime: 0,
    staleTime: Infinity,
  });
  const request = useMemo(
    () => (source.data === undefined ? null : { edit: status, source: source.data }),
    [status, source.data],
  );
  if (request !== null) {
    return <Composer request={request} onDone={onDone} autoFocus />;
  }
  return source.isError ? <Failure error={source.error} retry={() => void source.refetch()} /> : <Loading />;
}
