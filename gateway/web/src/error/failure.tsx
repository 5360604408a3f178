import { CloudOff, RotateCw } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { statusOf } from '../api/errors';
import './error.scss';

/** Something could not be loaded, and what to do about it. */
export function Failure({ error, retry }: { error: unknown; retry: () => void }) {
  const { t } = useTranslation();
  const status = statusOf(error);
  const text =
    status === 0
      ? t('error.offline')
      : status === 429
        ? t('error.tooMany')
        : status === 503
          ? t('error.unavailable')
          : t('error.unknown');
  return (
    <div className="notice-block" role="alert">
      <CloudOff size={32} aria-hidden="true" />
      <p>{text}</p>
      <button type="button" className="btn btn-quiet" onClick={retry}>
        <RotateCw size={16} aria-hidden="true" /> {t('error.retry')}
      </button>
    </div>
  );
}
