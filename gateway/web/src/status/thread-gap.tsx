import { EyeOff, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { LATER } from '../i18n/i18n';
import type { Gap } from './thread';

/** Stands where a post of a thread is missing. */
export function ThreadGap({ gap }: { gap: Gap }) {
  const { t } = useTranslation(LATER);
  if (gap === null) {
    return null;
  }
  const Icon = gap === 'deleted' ? Trash2 : EyeOff;
  return (
    <p className="thread-gap quiet">
      <Icon size={14} aria-hidden="true" /> {gap === 'deleted' ? t('post.gapDeleted') : t('post.gapHidden')}
    </p>
  );
}
