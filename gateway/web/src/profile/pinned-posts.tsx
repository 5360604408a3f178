import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { api } from '../api/client';
import type { Account } from '../api/types';
import { FilterPlace } from '../filter/filter-place';
import { StatusCard } from '../status/status-card';
import { pinnedKey } from '../status/use-status-actions';

/** What a person wants read first. */
export function usePinnedPosts(account: Account) {
  return useQuery({
    queryKey: pinnedKey(account.id),
    queryFn: async () => api.v1.accounts.$select(account.id).statuses.list({ pinned: true }),
    retry: false,
  });
}

/** These posts above all others. */
export function PinnedPosts({ account }: { account: Account }) {
  const { t } = useTranslation();
  const { data = [] } = usePinnedPosts(account);
  if (data.length === 0) {
    return null;
  }
  return (
    <section aria-label={t('post.pinnedHere')}>
      <FilterPlace value="account">
        {data.map((status) => (
          <StatusCard key={status.id} status={status} pinned />
        ))}
      </FilterPlace>
    </section>
  );
}
