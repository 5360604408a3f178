import { Telescope } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { LATER } from '../i18n/i18n';
import { PageHeader } from '../shell/page-header';
import { Empty } from './empty';

/** An address at which nothing is. */
export function NotFoundPage() {
  const { t } = useTranslation(LATER);
  return (
    <>
      <PageHeader title={t('notFound.title')} back />
      <Empty Icon={Telescope} title={t('notFound.heading')} text={t('notFound.text')}>
        <Link to="/" className="btn btn-primary">
          {t('notFound.home')}
        </Link>
        <Link to="/explore" className="btn btn-quiet">
          {t('nav.explore')}
        </Link>
      </Empty>
    </>
  );
}
