import { useTranslation } from 'react-i18next';

import type { Status } from '../api/types';
import { visibilityView } from '../status/visibility';

/** What people call a visibility. */
export function VisibilityName({ of }: { of: Status['visibility'] }) {
  const { t } = useTranslation();
  return visibilityView(of, t).label;
}
