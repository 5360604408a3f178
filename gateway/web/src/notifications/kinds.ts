import type { TFunction } from 'i18next';
import { Bell, ChartNoAxesColumn, Flag, type LucideIcon, MessageSquareQuote, Repeat2, Star, UserPlus } from 'lucide-react';
import type { mastodon } from 'masto';

export type Kind = mastodon.v1.NotificationType;

/** What of one's notifications is shown: all, or some kinds, by the word for them in the page's address. */
const SHOWN = {
  all: undefined,
  mentions: ['mention'],
  follows: ['follow', 'follow_request'],
  reactions: ['favourite', 'reblog'],
  favourites: ['favourite'],
  boosts: ['reblog'],
  quotes: ['quote', 'quoted_update'],
  posts: ['status', 'update'],
  polls: ['poll'],
  signUps: ['admin.sign_up'],
  reports: ['admin.report'],
} satisfies Record<string, Kind[] | undefined>;

export type Shown = keyof typeof SHOWN;

/** What an address asks for; all where it says nothing that is known. */
export function shownBy(asked: string | null): Shown {
  return asked !== null && Object.hasOwn(SHOWN, asked) ? (asked as Shown) : 'all';
}

/** The kinds to ask the server for, all when undefined. */
export function kindsOf(shown: Shown): Kind[] | undefined {
  return SHOWN[shown];
}

export function pathOf(shown: Shown): string {
  return shown === 'all' ? '/notifications' : `/notifications?show=${shown}`;
}

export interface Choice {
  shown: Shown;
  label: string;
  Icon: LucideIcon;
}

/** Kinds that one seldom looks at alone, for which there is no tab. */
export function seldomChoices(t: TFunction, staff: boolean): Choice[] {
  return [
    { shown: 'favourites', label: t('notifications.favourites'), Icon: Star },
    { shown: 'boosts', label: t('notifications.boosts'), Icon: Repeat2 },
    { shown: 'quotes', label: t('notifications.quotes'), Icon: MessageSquareQuote },
    { shown: 'posts', label: t('notifications.posts'), Icon: Bell },
    { shown: 'polls', label: t('notifications.polls'), Icon: ChartNoAxesColumn },
    ...(staff
      ? ([
          { shown: 'signUps', label: t('notifications.signUps'), Icon: UserPlus },
          { shown: 'reports', label: t('notifications.reports'), Icon: Flag },
        ] satisfies Choice[])
      : []),
  ];
}
