import { PenLine } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';

import { useComposer } from '../compose/composer-context';
import { useMe } from '../session/session';
import { tabBarItems } from './nav-items';
import { NavItemLink } from './nav-link';

/** The ways to go under the thumb, on narrow screens alone. */
export function TabBar() {
  const { t } = useTranslation();
  const me = useMe();
  const { open } = useComposer();
  const { pathname } = useLocation();
  return (
    <nav className="tab-bar" aria-label={t('nav.main')}>
      {tabBarItems(t, me).map((item) => (
        <NavItemLink key={item.to} item={item} className="tab-bar-item" />
      ))}
      {!pathname.startsWith('/settings') && (
        <button
          type="button"
          className="write-button btn btn-primary"
          aria-label={t('compose.new')}
          onClick={() => open({})}
        >
          <PenLine size={24} aria-hidden="true" />
        </button>
      )}
    </nav>
  );
}
