import Spinner from 'react-bootstrap/Spinner';
import { useTranslation } from 'react-i18next';

/** Something small is on its way. */
export function Loading() {
  const { t } = useTranslation();
  return (
    <div className="d-flex justify-content-center p-4" role="status">
      <Spinner size="sm" aria-hidden="true" />
      <span className="visually-hidden">{t('common.loading')}</span>
    </div>
  );
}
