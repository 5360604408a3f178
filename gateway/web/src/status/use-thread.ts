import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { mastodon } from 'masto';

import { api } from '../api/client';
import { joined, type Part, restIn, type Thread } from './thread';

/** Posts above and below that are shown at once. */
const AT_ONCE = 100;

interface Answer {
  data: mastodon.v1.Context;
  headers: Headers;
}

/** With the parameters that masto's type lacks. */
type Read = (params: { limit: number; after?: string }) => Promise<Answer>;

async function read({ id, after }: Part): Promise<Thread> {
  const context = api.v1.statuses.$select(id).context.fetch.$raw as unknown as Read;
  const { data, headers } = await context({ limit: AT_ONCE, ...(after === undefined ? {} : { after }) });
  return { ...data, ...restIn(headers.get('link')) };
}

/** The posts around a post, and how to get those that were left out. */
export function useThread(id: string, enabled: boolean) {
  const queries = useQueryClient();
  const key = ['thread', id];
  const thread = useQuery({ queryKey: key, queryFn: () => read({ id }), enabled });
  const more = useMutation({
    mutationFn: read,
    onSuccess: (found, part) => queries.setQueryData<Thread>(key, (it) => it && joined(it, found, part)),
  });
  return { thread, more };
}
