import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';

import { useUnreadCount } from '../notifications/unread';
import type { NavItem } from './nav-items';

/** A way to go, with a dot when something new waits there. */
export function NavItemLink({ item: { to, label, Icon }, className }: { item: NavItem; className: string }) {
  const { t } = useTranslation();
  const unread = useUnreadCount(to === '/notifications');
  return (
    <NavLink
      to={to}
      end={to === '/'}
      className={className}
      aria-label={unread > 0 ? t('nav.unread', { label, count: unread }) : label}
      title={label}
    >
      <span className="nav-icon">
        <Icon size={24} aria-hidden="true" />
        {unread > 0 && <span className="nav-badge" data-count={unread > 99 ? '99+' : unread} />}
      </span>
      <span className="nav-label" aria-hidden="true">
        {label}
      </span>
    </NavLink>
  );
}
