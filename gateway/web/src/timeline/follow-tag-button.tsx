import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { api } from '../api/client';
import type { Tag } from '../api/types';
import { useFailureToast } from '../error/failure-toast';
import { tagQuery } from './tag-query';

/** Lets the posts under a hashtag come home, or no longer. */
export function FollowTagButton({ name, known }: { name: string; known?: Tag }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const tellFailure = useFailureToast();
  const { queryKey: key } = tagQuery(name);
  const tag = api.v1.tags.$select(encodeURIComponent(name));
  const { data } = useQuery({ ...tagQuery(name), initialData: known });
  const follow = useMutation({
    mutationFn: async (on: boolean) => (on ? tag.follow() : tag.unfollow()),
    onMutate: (on) => queries.setQueryData<Tag>(key, (it) => it && { ...it, following: on }),
    onSuccess: (changed) => {
      queries.setQueryData(key, changed);
      void queries.invalidateQueries({ queryKey: ['followed-tags'], refetchType: 'none' });
      void queries.invalidateQueries({ queryKey: ['timeline', 'home'], refetchType: 'none' });
    },
    onError: (error, on) => {
      queries.setQueryData<Tag>(key, (it) => it && { ...it, following: !on });
      tellFailure(error);
    },
  });
  if (data === undefined) {
    return <span className="btn btn-sm btn-quiet follow-waiting" aria-hidden="true" />;
  }
  const on = data.following === true;
  return (
    <button
      type="button"
      className={`btn btn-sm ${on ? 'btn-quiet' : 'btn-primary'}`}
      aria-pressed={on}
      onClick={() => follow.mutate(!on)}
    >
      {on ? t('profile.following') : t('profile.follow')} <span className="visually-hidden">#{name}</span>
    </button>
  );
}
