import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';

import { useUnreadConversations } from '../conversations/unread';
import { useUnreadCount } from '../notifications/unread';
import { useFollowRequestCount } from '../relation/follow-requests';
import type { NavItem } from './nav-items';

/** A way to go, with a dot when something new waits there. */
export function NavItemLink({ item: { to, label, Icon }, className }: { item: NavItem; className: string }) {
  const { t } = useTranslation();
  const unread = useUnreadCount(to === '/notifications');
  const requests = useFollowRequestCount(to === '/follow-requests');
  const conversations = useUnreadConversations(to === '/conversations');
  const waiting = unread + requests + conversations;
  return (
    <NavLink
      to={to}
      end={to === '/'}
      className={className}
      aria-label={waiting > 0 ? t('nav.unread', { label, count: waiting }) : label}
      title={label}
    >
      <span className="nav-icon">
        <Icon size={24} aria-hidden="true" />
        {waiting > 0 && <span className="nav-badge" data-count={waiting > 99 ? '99+' : waiting} />}
      </span>
      <span className="nav-label" aria-hidden="true">
        {label}
      </span>
    </NavLink>
  );
}
