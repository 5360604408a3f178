import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { api } from '../api/client';
import type { Status } from '../api/types';
import { LATER } from '../i18n/i18n';
import { Loading } from '../shell/loading';
import { QuotedCard } from './quote-inset';

/** What the post in the composer quotes, until its author takes it out. */
export function QuotedPost({
  id,
  known,
  onRemove,
}: {
  id: string;
  /** The post itself, where the composer was opened with it. */
  known: Status | undefined;
  onRemove: () => void;
}) {
  const { t } = useTranslation(LATER);
  const post = useQuery({
    queryKey: ['status', id],
    queryFn: () => api.v1.statuses.$select(id).fetch(),
    initialData: known?.id === id ? known : undefined,
  });
  return (
    <div className="quoted-post">
      <button type="button" className="icon-button" aria-label={t('quote.remove')} title={t('quote.remove')} onClick={onRemove}>
        <X size={18} aria-hidden="true" />
      </button>
      {post.isPending && <Loading />}
      {post.isError && <p className="quote-inset quote-empty quiet">{t('quote.hidden')}</p>}
      {post.isSuccess && <QuotedCard post={post.data} />}
    </div>
  );
}
