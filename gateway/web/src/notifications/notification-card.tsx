import type { TFunction } from 'i18next';
import {
  AtSign,
  Bell,
  ChartNoAxesColumn,
  Flag,
  type LucideIcon,
  MessageSquareQuote,
  Pencil,
  Repeat2,
  ShieldAlert,
  Star,
  UserPlus,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import type { Notification } from '../api/types';
import { FilterPlace } from '../filter/filter-place';
import { useFormat } from '../i18n/format';
import { LATER } from '../i18n/i18n';
import { Avatar } from '../profile/avatar';
import { FollowButton } from '../relation/follow-button';
import { nameOf } from '../profile/names';
import { profilePath } from '../shell/nav-items';
import { RichText } from '../status/rich-text';
import { StatusCard } from '../status/status-card';
import { postPath } from '../status/time-link';
import { FollowRequestActions } from '../relation/follow-request-actions';

interface View {
  Icon: LucideIcon;
  kind: string;
  text: string;
}

function viewOf(notification: Notification, t: TFunction): View {
  const name = { name: nameOf(notification.account) };
  switch (notification.type) {
    case 'mention':
      return { Icon: AtSign, kind: 'mention', text: t('notifications.mentioned', name) };
    case 'favourite':
      return { Icon: Star, kind: 'favourite', text: t('notifications.favourited', name) };
    case 'reblog':
      return { Icon: Repeat2, kind: 'boost', text: t('notifications.boosted', name) };
    case 'follow':
      return { Icon: UserPlus, kind: 'follow', text: t('notifications.followed', name) };
    case 'follow_request':
      return { Icon: UserPlus, kind: 'follow', text: t('notifications.followRequested', name) };
    case 'poll':
      return { Icon: ChartNoAxesColumn, kind: 'poll', text: t('notifications.pollEnded', name) };
    case 'update':
      return { Icon: Pencil, kind: 'update', text: t('notifications.edited', name) };
    case 'quote':
      return { Icon: MessageSquareQuote, kind: 'quote', text: t('notifications.quoted', name) };
    case 'quoted_update':
      return { Icon: Pencil, kind: 'update', text: t('notifications.quotedEdited', name) };
    case 'status':
      return { Icon: Bell, kind: 'status', text: t('notifications.posted', name) };
    case 'admin.report':
      return {
        Icon: Flag,
        kind: 'report',
        text: t('notifications.reported', { ...name, target: nameOf(notification.report.targetAccount) }),
      };
    case 'admin.sign_up':
      return { Icon: UserPlus, kind: 'follow', text: t('notifications.signedUp', name) };
    case 'moderation_warning':
      return {
        Icon: ShieldAlert,
        kind: 'report',
        text:
          notification.moderationWarning.action === 'none' ? t('notifications.warning') : t('notifications.warned'),
      };
    default:
      return { Icon: Bell, kind: 'other', text: t('notifications.other', name) };
  }
}

/** Whole posts that one may want to answer; of one's own, a few words suffice. */
const IN_FULL = new Set(['mention', 'status', 'quote']);

/** Something that somebody did. */
export function NotificationCard({ notification, unread }: { notification: Notification; unread: boolean }) {
  const { t } = useTranslation(LATER);
  const format = useFormat();
  const { Icon, kind, text } = viewOf(notification, t);
  const { account, status, type, createdAt } = notification;
  const inFull = IN_FULL.has(type);
  return (
    <article className={`notification ${inFull ? 'in-full' : ''} ${unread ? 'unread' : ''}`} aria-label={text}>
      <span className={`notification-icon of-${kind}`}>
        <Icon size={20} aria-hidden="true" />
      </span>
      <div className="notification-main">
        <header>
          {!inFull && (
            <Link to={profilePath(account)} tabIndex={-1} aria-hidden="true">
              <Avatar account={account} size={32} />
            </Link>
          )}
          <Link to={profilePath(account)} className="notification-text">
            {text}
          </Link>
          {!inFull && (
            <time className="quiet" dateTime={createdAt} title={format.full(createdAt)}>
              {format.short(createdAt)}
            </time>
          )}
          {unread && <span className="visually-hidden">{t('notifications.new')}</span>}
        </header>
        {status != null && !inFull && (
          <Link to={postPath(status)} className="notification-post quiet">
            <RichText html={excerpt(status.spoilerText === '' ? status.content : status.spoilerText)} />
          </Link>
        )}
        {notification.type === 'moderation_warning' && (
          <p className="notification-post">{notification.moderationWarning.text}</p>
        )}
        {notification.type === 'admin.report' && (
          <Link to={`/moderation/${notification.report.id}`}>{t('notifications.seeReport')}</Link>
        )}
        {type === 'follow' && <FollowButton account={account} small />}
        {type === 'follow_request' && <FollowRequestActions account={account} />}
      </div>
      {inFull && status != null && (
        <FilterPlace value="notifications">
          <StatusCard status={status} />
        </FilterPlace>
      )}
    </article>
  );
}

/** Without links, since it is one itself. */
function excerpt(html: string): string {
  return html.replace(/<\/?a\b[^>]*>/gi, '');
}
