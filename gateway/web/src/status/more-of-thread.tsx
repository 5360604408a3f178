import { useTranslation } from 'react-i18next';

import { LATER } from '../i18n/i18n';
import type { Part } from './thread';
import type { useThread } from './use-thread';

/** Brings more of a thread, where there is more. */
export function MoreOfThread({ part, more }: { part: Part | null; more: ReturnType<typeof useThread>['more'] }) {
  const { t } = useTranslation(LATER);
  if (part === null) {
    return null;
  }
  return (
    <div className="thread-more">
      <button
        type="button"
        className="btn btn-sm btn-quiet"
        disabled={more.isPending}
        onClick={() => more.mutate(part)}
      >
        {more.isError ? t('error.retry') : part.after === undefined ? t('post.moreAbove') : t('post.moreBelow')}
      </button>
    </div>
  );
}
