import { PenLine } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { useComposer } from '../compose/composer-context';
import { SIGN_IN, SIGN_UP, useSession } from '../session/session';
import { AccountMenu } from './account-menu';
import { Logo } from './logo';
import { navItems } from './nav-items';
import { NavItemLink } from './nav-link';

/** The column of ways to go, on all but the narrowest screens. */
export function MainNav() {
  const { t } = useTranslation();
  const me = useSession();
  const { open } = useComposer();
  return (
    <header className="main-nav">
      <Link to="/" className="brand" aria-label={t('nav.start')}>
        <Logo size={36} />
        <span className="brand-name" aria-hidden="true">
          Microblog
        </span>
      </Link>
      <nav aria-label={t('nav.main')}>
        {navItems(t, me).map((item) => (
          <NavItemLink key={item.to} item={item} className="nav-item" />
        ))}
      </nav>
      {me === null ? (
        <div className="main-nav-door">
          <a className="btn btn-primary" href={SIGN_UP}>
            {t('session.signUp')}
          </a>
          <a className="btn btn-quiet" href={SIGN_IN}>
            {t('session.signIn')}
          </a>
        </div>
      ) : (
        <>
          <button type="button" className="btn btn-primary main-nav-write" onClick={() => open({})}>
            <PenLine size={20} aria-hidden="true" />
            <span>{t('compose.new')}</span>
          </button>
          <AccountMenu me={me} />
        </>
      )}
    </header>
  );
}
