import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useRouteError } from 'react-router';

import { usePageTitle } from '../shell/page-header';
import { Failure } from './failure';

/** What shows when a page cannot be shown at all, such as one whose code no longer exists after an update. */
export function CrashPage() {
  const { t } = useTranslation();
  const error = useRouteError();
  usePageTitle(t('error.title'));
  useEffect(() => console.error(error), [error]);
  return (
    <section>
      <h1 className="visually-hidden">{t('error.title')}</h1>
      <Failure error={error} retry={() => window.location.reload()} />
    </section>
  );
}
