import { Pause, Play } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { MediaAttachment } from '../api/types';

const STILLNESS = '(prefers-reduced-motion: reduce)';

/** Whether a picture moves: the server keeps animations as GIF, and nothing else. Its preview never moves. */
export function isAnimated(media: MediaAttachment): boolean {
  return media.url?.endsWith('.gif') ?? false;
}

/** Whether animations run: at once, unless the reader asks for less motion; and the way to change that. */
export function usePlaying(): [boolean, () => void] {
  const [playing, setPlaying] = useState(() => !matchMedia(STILLNESS).matches);
  useEffect(() => {
    const wish = matchMedia(STILLNESS);
    const follow = (): void => setPlaying(!wish.matches);
    wish.addEventListener('change', follow);
    return () => wish.removeEventListener('change', follow);
  }, []);
  return [playing, () => setPlaying((now) => !now)];
}

/** Runs or stops an animation, and says that it is one. */
export function PlayButton({ playing, onToggle }: { playing: boolean; onToggle: () => void }) {
  const { t } = useTranslation();
  const Icon = playing ? Pause : Play;
  return (
    <button
      type="button"
      className="media-play"
      aria-label={t(playing ? 'media.pause' : 'media.play')}
      onClick={(event) => {
        event.stopPropagation();
        onToggle();
      }}
    >
      <Icon size={14} aria-hidden="true" />
      <span aria-hidden="true">{t('media.animation')}</span>
    </button>
  );
}
