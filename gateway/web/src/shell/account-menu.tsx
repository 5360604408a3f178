import { Bookmark, ChartLine, ChevronsUpDown, List, LogOut, Mail, Settings, Star, UserRound } from 'lucide-react';
import Dropdown from 'react-bootstrap/Dropdown';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import type { Account } from '../api/types';
import { useUnreadConversations } from '../conversations/unread';
import { Avatar } from '../profile/avatar';
import { Handle } from '../profile/handle';
import { nameOf } from '../profile/names';
import { SIGN_OUT } from '../session/session';
import { profilePath } from './nav-items';

/** Who is signed in, and what concerns them alone. */
export function AccountMenu({ me, compact = false }: { me: Account; compact?: boolean }) {
  const { t } = useTranslation();
  const unread = useUnreadConversations(compact);
  return (
    <Dropdown drop={compact ? 'down' : 'up'} align={compact ? 'end' : 'start'} className="account-menu">
      <Dropdown.Toggle as="button" type="button" bsPrefix="account-toggle">
        <span className="visually-hidden">{t('nav.account')}</span>
        <Avatar account={me} size={compact ? 32 : 40} />
        {unread > 0 && <span className="nav-badge" data-count={unread} />}
        {!compact && (
          <>
            <span className="account-names">
              <bdi className="account-name">{nameOf(me)}</bdi>
              <span className="quiet">
                <Handle acct={me.acct} />
              </span>
            </span>
            <ChevronsUpDown size={16} aria-hidden="true" className="account-more" />
          </>
        )}
      </Dropdown.Toggle>
      <Dropdown.Menu>
        <Dropdown.Item as={Link} to={profilePath(me)}>
          <UserRound size={18} aria-hidden="true" />
          {t('nav.profile')}
        </Dropdown.Item>
        <Dropdown.Item as={Link} to="/insights">
          <ChartLine size={18} aria-hidden="true" />
          {t('nav.insights')}
        </Dropdown.Item>
        {compact && (
          <>
            <Dropdown.Item as={Link} to="/conversations">
              <Mail size={18} aria-hidden="true" />
              {unread > 0 ? t('nav.unread', { label: t('nav.conversations'), count: unread }) : t('nav.conversations')}
            </Dropdown.Item>
            <Dropdown.Item as={Link} to="/favourites">
              <Star size={18} aria-hidden="true" />
              {t('nav.favourites')}
            </Dropdown.Item>
            <Dropdown.Item as={Link} to="/bookmarks">
              <Bookmark size={18} aria-hidden="true" />
              {t('nav.bookmarks')}
            </Dropdown.Item>
            <Dropdown.Item as={Link} to="/lists">
              <List size={18} aria-hidden="true" />
              {t('lists.title')}
            </Dropdown.Item>
          </>
        )}
        <Dropdown.Item as={Link} to="/settings">
          <Settings size={18} aria-hidden="true" />
          {t('nav.settings')}
        </Dropdown.Item>
        <Dropdown.Divider />
        <Dropdown.Item href={SIGN_OUT}>
          <LogOut size={18} aria-hidden="true" />
          {t('session.signOut')}
        </Dropdown.Item>
      </Dropdown.Menu>
    </Dropdown>
  );
}
