import { EyeOff, ImageOff } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { MediaAttachment } from '../api/types';
import { Blurhash } from './blurhash';
import './media.scss';

const MediaViewer = lazy(async () => ({ default: (await import('./media-viewer')).MediaViewer }));

/** A single picture keeps its shape within these bounds, so that none fills the screen or shrinks to a line. */
const NARROWEST = 0.8;
const WIDEST = 2.2;

function shapeOf(media: MediaAttachment[]): number {
  const aspect = media.length === 1 ? media[0]?.meta?.original?.aspect : undefined;
  return Math.min(WIDEST, Math.max(NARROWEST, aspect ?? 16 / 9));
}

function focusOf(media: MediaAttachment): string | undefined {
  const focus = media.meta?.focus;
  return focus == null ? undefined : `${(focus.x / 2 + 0.5) * 100}% ${(0.5 - focus.y / 2) * 100}%`;
}

/** The pictures of a post, up to four, which open in full. */
export function MediaGrid({ media, sensitive }: { media: MediaAttachment[]; sensitive: boolean }) {
  const { t } = useTranslation();
  const [hidden, setHidden] = useState(sensitive);
  const [shown, setShown] = useState<number | null>(null);
  return (
    <div className={`media-grid of-${Math.min(4, media.length)}`} style={{ aspectRatio: shapeOf(media) }}>
      {media.slice(0, 4).map((each, index) => (
        <button
          key={each.id}
          type="button"
          className="media-item"
          aria-label={
            hidden ? t('media.reveal') : t('media.open', { text: each.description ?? t('media.undescribed') })
          }
          onClick={() => (hidden ? setHidden(false) : setShown(index))}
        >
          {each.blurhash != null && <Blurhash hash={each.blurhash} />}
          {!hidden && <Picture media={each} />}
        </button>
      ))}
      {hidden && (
        <span className="media-cover" aria-hidden="true">
          <EyeOff size={18} />
          {t('media.sensitive')}
        </span>
      )}
      {shown !== null && (
        <Suspense>
          <MediaViewer media={media} start={shown} onClose={() => setShown(null)} />
        </Suspense>
      )}
    </div>
  );
}

function Picture({ media }: { media: MediaAttachment }) {
  const { t } = useTranslation();
  const [broken, setBroken] = useState(false);
  if (broken) {
    return <ImageOff className="media-broken" size={28} aria-hidden="true" />;
  }
  return (
    <>
      <img
        src={media.previewUrl}
        alt={media.description ?? ''}
        loading="lazy"
        decoding="async"
        style={{ objectPosition: focusOf(media) }}
        onError={() => setBroken(true)}
      />
      {media.description != null && media.description !== '' && (
        <span className="media-alt" data-label={t('media.alt')} />
      )}
    </>
  );
}
