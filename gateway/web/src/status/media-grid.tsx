import { EyeOff, ImageOff } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { MediaAttachment } from '../api/types';
import { Blurhash } from './blurhash';
import './media.scss';
import { isAnimated, PlayButton, usePlaying } from './motion';

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
export function MediaGrid({
  media,
  sensitive,
  cover,
}: {
  media: MediaAttachment[];
  sensitive: boolean;
  /** What stands on them while they are hidden. */
  cover?: string | undefined;
}) {
  const { t } = useTranslation();
  const [hidden, setHidden] = useState(sensitive);
  const [shown, setShown] = useState<number | null>(null);
  return (
    <div className={`media-grid of-${Math.min(4, media.length)}`} style={{ aspectRatio: shapeOf(media) }}>
      {media.slice(0, 4).map((each, index) => (
        <MediaItem
          key={each.id}
          media={each}
          hidden={hidden}
          onPress={() => (hidden ? setHidden(false) : setShown(index))}
        />
      ))}
      {hidden && (
        <span className="media-cover" aria-hidden="true">
          <EyeOff size={18} />
          {cover ?? t('media.sensitive')}
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

function MediaItem({ media, hidden, onPress }: { media: MediaAttachment; hidden: boolean; onPress: () => void }) {
  const { t } = useTranslation();
  const [playing, toggle] = usePlaying();
  const animated = isAnimated(media);
  return (
    <div className="media-cell">
      <button
        type="button"
        className="media-item"
        aria-label={hidden ? t('media.reveal') : t('media.open', { text: media.description ?? t('media.undescribed') })}
        onClick={onPress}
      >
        {media.blurhash != null && <Blurhash hash={media.blurhash} />}
        {!hidden && <Picture media={media} source={animated && playing ? media.url : media.previewUrl} />}
      </button>
      {animated && !hidden && <PlayButton playing={playing} onToggle={toggle} />}
    </div>
  );
}

function Picture({ media, source }: { media: MediaAttachment; source: string | null | undefined }) {
  const { t } = useTranslation();
  const [broken, setBroken] = useState(false);
  if (broken) {
    return <ImageOff className="media-broken" size={28} aria-hidden="true" />;
  }
  return (
    <>
      <img
        src={source ?? media.previewUrl}
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
