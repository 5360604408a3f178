import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';

import { api } from '../api/client';
import { LATER } from '../i18n/i18n';
import { bytesIn } from './bytes-in';

/** How much of what one may keep is in use, in bytes. */
interface MediaUsage {
  used: number;
  limit: number;
}

/** What this server adds to the API that masto knows; masto makes paths of names, so it can ask for them as well. */
interface Additions {
  media: { usage: { fetch(): Promise<MediaUsage> } };
}

const { media } = api.v1 as unknown as Additions;

/** How much room one's images take. */
export function MediaRoom() {
  const { t, i18n } = useTranslation(LATER);
  const id = useId();
  const { data, isError } = useQuery({ queryKey: ['media', 'usage'], queryFn: () => media.usage.fetch() });
  const said =
    data === undefined
      ? t(isError ? 'settings.mediaUnknown' : 'common.loading')
      : t('settings.mediaUsed', { used: bytesIn(i18n.language, data.used), limit: bytesIn(i18n.language, data.limit) });
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{t('settings.media')}</h2>
      {data !== undefined && (
        <meter className="media-room" min={0} max={data.limit} high={data.limit * 0.9} value={data.used} aria-labelledby={id} />
      )}
      <p className="quiet" aria-live="polite">
        {said}
      </p>
      {data !== undefined && data.used >= data.limit * 0.9 && <p>{t('settings.mediaFull')}</p>}
    </section>
  );
}
