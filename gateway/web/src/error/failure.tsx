import type { TFunction } from 'i18next';
import { CloudOff, RotateCw } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { isUnreachable, statusOf } from '../api/errors';
import './error.scss';

function explain(error: unknown, t: TFunction): string {
  if (isUnreachable(error)) {
    return t('error.offline');
  }
  switch (statusOf(error)) {
    case 401:
      return t('session.endedTitle');
    case 429:
      return t('error.tooMany');
    case 503:
      return t('error.unavailable');
    default:
      return t('error.unknown');
  }
}

/** Something could not be loaded, and what to do about it. */
export function Failure({ error, retry }: { error: unknown; retry: () => void }) {
  const { t } = useTranslation();
  return (
    <div className="notice-block" role="alert">
      <CloudOff size={32} aria-hidden="true" />
      <p>{explain(error, t)}</p>
      <button type="button" className="btn btn-quiet" onClick={retry}>
        <RotateCw size={16} aria-hidden="true" /> {t('error.retry')}
      </button>
    </div>
  );
}
