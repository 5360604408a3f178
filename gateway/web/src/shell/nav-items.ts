import type { TFunction } from 'i18next';
import { Bell, Bookmark, Compass, House, List, type LucideIcon, Mail, Search, Settings, Star, UserRound, UserRoundCheck } from 'lucide-react';

import type { Account, CredentialAccount } from '../api/types';

export interface NavItem {
  to: string;
  label: string;
  Icon: LucideIcon;
}

/** The way to a person's page. */
export function profilePath(account: Pick<Account, 'acct'>): string {
  return `/@${account.acct}`;
}

/** Where one can go, the most frequent first. */
export function navItems(t: TFunction, me: CredentialAccount | null): NavItem[] {
  const explore: NavItem = { to: '/explore', label: t('nav.explore'), Icon: Compass };
  const search: NavItem = { to: '/search', label: t('nav.search'), Icon: Search };
  const settings: NavItem = { to: '/settings', label: t('nav.settings'), Icon: Settings };
  if (me === null) {
    return [{ to: '/', label: t('nav.welcome'), Icon: House }, explore, search, settings];
  }
  return [
    { to: '/', label: t('nav.home'), Icon: House },
    explore,
    search,
    { to: '/notifications', label: t('nav.notifications'), Icon: Bell },
    { to: '/conversations', label: t('nav.conversations'), Icon: Mail },
    ...(me.locked || (me.source.followRequestsCount ?? 0) > 0
      ? [{ to: '/follow-requests', label: t('relation.requests'), Icon: UserRoundCheck }]
      : []),
    { to: '/favourites', label: t('nav.favourites'), Icon: Star },
    { to: '/bookmarks', label: t('nav.bookmarks'), Icon: Bookmark },
    { to: '/lists', label: t('lists.title'), Icon: List },
    { to: profilePath(me), label: t('nav.profile'), Icon: UserRound },
    settings,
  ];
}

/** The few that fit at the bottom of a phone. */
export function tabBarItems(t: TFunction, me: CredentialAccount | null): NavItem[] {
  if (me === null) {
    return navItems(t, me);
  }
  const wanted = ['/', '/explore', '/search', '/notifications', profilePath(me)];
  return navItems(t, me).filter((item) => wanted.includes(item.to));
}
