import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Pin, PinOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { api } from '../api/client';
import { useFailureToast } from '../error/failure-toast';
import { LATER } from '../i18n/i18n';
import { useMe } from '../session/session';
import { useToast } from '../shell/toasts';
import { tagQuery } from './tag-query';

/** Shows a hashtag in one's own profile, or no longer. */
export function FeatureTagButton({ name }: { name: string }) {
  const { t } = useTranslation(LATER);
  const me = useMe();
  const queries = useQueryClient();
  const toast = useToast();
  const tellFailure = useFailureToast();
  const { data } = useQuery(tagQuery(name));
  const tag = api.v1.tags.$select(encodeURIComponent(name));
  const feature = useMutation({
    mutationFn: async (on: boolean) => (on ? tag.feature() : tag.unfeature()),
    onSuccess: (changed, on) => {
      queries.setQueryData(tagQuery(name).queryKey, changed);
      void queries.invalidateQueries({ queryKey: ['featured-tags', me.id], refetchType: 'none' });
      toast({ text: on ? t('tags.featuredDone') : t('tags.unfeaturedDone') });
    },
    onError: (error) => tellFailure(error),
  });
  if (data === undefined) {
    return null;
  }
  const on = data.featuring === true;
  const Icon = on ? PinOff : Pin;
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={t('tags.feature')}
      title={t('tags.feature')}
      aria-pressed={on}
      disabled={feature.isPending}
      onClick={() => feature.mutate(!on)}
    >
      <Icon size={20} aria-hidden="true" />
    </button>
  );
}
