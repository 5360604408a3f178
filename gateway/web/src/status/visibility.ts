import type { TFunction } from 'i18next';
import { AtSign, Globe, LockKeyhole, type LucideIcon, Moon } from 'lucide-react';

import type { Visibility } from '../api/types';

interface VisibilityView {
  Icon: LucideIcon;
  label: string;
  hint: string;
}

export const VISIBILITIES: readonly Visibility[] = ['public', 'unlisted', 'private', 'direct'];

/** Who may see a post, in words and as a picture. */
export function visibilityView(visibility: Visibility, t: TFunction): VisibilityView {
  switch (visibility) {
    case 'public':
      return { Icon: Globe, label: t('visibility.public'), hint: t('visibility.publicHint') };
    case 'unlisted':
      return { Icon: Moon, label: t('visibility.unlisted'), hint: t('visibility.unlistedHint') };
    case 'private':
      return { Icon: LockKeyhole, label: t('visibility.private'), hint: t('visibility.privateHint') };
    case 'direct':
      return { Icon: AtSign, label: t('visibility.direct'), hint: t('visibility.directHint') };
  }
}
