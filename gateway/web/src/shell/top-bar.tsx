import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { SIGN_IN, SIGN_UP, useSession } from '../session/session';
import { AccountMenu } from './account-menu';
import { Logo } from './logo';

/** The bar above the page, on narrow screens alone. */
export function TopBar() {
  const { t } = useTranslation();
  const me = useSession();
  return (
    <header className="top-bar">
      <Link to="/" className="brand" aria-label={t('nav.start')}>
        <Logo size={28} />
        <span className="brand-name" aria-hidden="true">
          Microblog
        </span>
      </Link>
      {me === null ? (
        <div className="top-bar-door">
          <a className="btn btn-sm btn-quiet" href={SIGN_IN}>
            {t('session.signIn')}
          </a>
          <a className="btn btn-sm btn-primary" href={SIGN_UP}>
            {t('session.signUp')}
          </a>
        </div>
      ) : (
        <AccountMenu me={me} compact />
      )}
    </header>
  );
}
