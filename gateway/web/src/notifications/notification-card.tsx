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
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';

import type { AccountWarning } from '../api/types';
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
import { Dismiss } from './dismiss';
import { GroupPeople } from './group-people';
import { type Group, namesIn } from './groups';

interface View {
  Icon: LucideIcon;
  kind: string;
  text: string;
}

function viewOf(group: Group, t: TFunction): View {
  const names = { name: nameOf(group.people[0]) };
  switch (group.type) {
    case 'mention':
      return { Icon: AtSign, kind: 'mention', text: t('notifications.mentioned', names) };
    case 'favourite':
      return { Icon: Star, kind: 'favourite', text: favourited(group, t) };
    case 'reblog':
      return { Icon: Repeat2, kind: 'boost', text: boosted(group, t) };
    case 'follow':
      return { Icon: UserPlus, kind: 'follow', text: followed(group, t) };
    case 'follow_request':
      return { Icon: UserPlus, kind: 'follow', text: t('notifications.followRequested', names) };
    case 'poll':
      return { Icon: ChartNoAxesColumn, kind: 'poll', text: t('notifications.pollEnded', names) };
    case 'update':
      return { Icon: Pencil, kind: 'update', text: t('notifications.edited', names) };
    case 'quote':
      return { Icon: MessageSquareQuote, kind: 'quote', text: t('notifications.quoted', names) };
    case 'quoted_update':
      return { Icon: Pencil, kind: 'update', text: t('notifications.quotedEdited', names) };
    case 'status':
      return { Icon: Bell, kind: 'status', text: t('notifications.posted', names) };
    case 'admin.report':
      return {
        Icon: Flag,
        kind: 'report',
        text: group.report
          ? t('notifications.reported', { ...names, target: nameOf(group.report.targetAccount) })
          : t('notifications.other', names),
      };
    case 'admin.sign_up':
      return { Icon: UserPlus, kind: 'follow', text: signedUp(group, t) };
    case 'moderation_warning':
      return {
        Icon: ShieldAlert,
        kind: 'report',
        text: t(group.moderationWarning === undefined ? 'notifications.warned' : warningText(group.moderationWarning)),
      };
    default:
      return { Icon: Bell, kind: 'other', text: t('notifications.other', names) };
  }
}

function favourited(group: Group, t: TFunction): string {
  const { others, ...names } = namesIn(group);
  return others === undefined
    ? t('notifications.favourited', names)
    : others === 0
      ? t('notifications.favouritedByTwo', names)
      : t('notifications.favouritedByMany', { ...names, count: others });
}

function boosted(group: Group, t: TFunction): string {
  const { others, ...names } = namesIn(group);
  return others === undefined
    ? t('notifications.boosted', names)
    : others === 0
      ? t('notifications.boostedByTwo', names)
      : t('notifications.boostedByMany', { ...names, count: others });
}

function followed(group: Group, t: TFunction): string {
  const { others, ...names } = namesIn(group);
  return others === undefined
    ? t('notifications.followed', names)
    : others === 0
      ? t('notifications.followedByTwo', names)
      : t('notifications.followedByMany', { ...names, count: others });
}

function signedUp(group: Group, t: TFunction): string {
  const { others, ...names } = namesIn(group);
  return others === undefined
    ? t('notifications.signedUp', names)
    : others === 0
      ? t('notifications.signedUpTwo', names)
      : t('notifications.signedUpMany', { ...names, count: others });
}

function warningText({ action, appeal }: AccountWarning) {
  switch (appeal?.state) {
    case 'approved':
      return 'notifications.appealApproved';
    case 'rejected':
      return 'notifications.appealRejected';
    default:
      return action === 'none' ? 'notifications.warning' : 'notifications.warned';
  }
}

/** Whole posts that one may want to answer; of one's own, a few words suffice. */
const IN_FULL = new Set(['mention', 'status', 'quote']);

/** As many pictures as fit a phone in one line. */
const PICTURES = 6;

/** Something that somebody did, or several people together. */
export function NotificationCard({ group, unread }: { group: Group; unread: boolean }) {
  const { t } = useTranslation(LATER);
  const navigate = useNavigate();
  const { Icon, kind, text } = viewOf(group, t);
  const { people, status, type } = group;
  const inFull = IN_FULL.has(type);
  const place = status !== undefined ? postPath(status) : profilePath(people[0]);
  const open = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && event.target === event.currentTarget) {
      void navigate(place);
    }
  };
  return (
    <article
      className={`notification ${inFull ? 'in-full' : ''} ${unread ? 'unread' : ''}`}
      aria-label={text}
      // Of a post in full, the post is what one goes to.
      {...(!inFull && { tabIndex: 0, 'data-row': group.id, onKeyDown: open })}
    >
      <span className={`notification-icon of-${kind}`}>
        <Icon size={20} aria-hidden="true" />
      </span>
      <div className="notification-main">
        <Head group={group} text={text} inFull={inFull} unread={unread} />
        {status !== undefined && !inFull && (
          <Link to={postPath(status)} className="notification-post quiet">
            <RichText html={excerpt(status.spoilerText === '' ? status.content : status.spoilerText)} />
          </Link>
        )}
        {group.moderationWarning !== undefined && (
          <>
            <p className="notification-post">{group.moderationWarning.text}</p>
            <Link to="/settings/strikes">{t('notifications.seeWarning')}</Link>
          </>
        )}
        {group.report !== undefined && (
          <Link to={`/moderation/${group.report.id}`}>{t('notifications.seeReport')}</Link>
        )}
        {type === 'follow' && people.length === 1 && <FollowButton account={people[0]} small />}
        {type === 'follow_request' && <FollowRequestActions account={people[0]} />}
      </div>
      {people.length > 1 && <GroupPeople group={group} text={text} />}
      {inFull && status !== undefined && (
        <FilterPlace value="notifications">
          <StatusCard status={status} />
        </FilterPlace>
      )}
    </article>
  );
}

function Head({ group, text, inFull, unread }: { group: Group; text: string; inFull: boolean; unread: boolean }) {
  const { t } = useTranslation(LATER);
  const format = useFormat();
  const { people, at } = group;
  return (
    <>
      {people.length > 1 && (
        <div className="notification-people" aria-hidden="true">
          {people.slice(0, PICTURES).map((person) => (
            <Link key={person.id} to={profilePath(person)} tabIndex={-1} title={nameOf(person)}>
              <Avatar account={person} size={32} />
            </Link>
          ))}
        </div>
      )}
      <header>
        {!inFull && people.length === 1 && (
          <Link to={profilePath(people[0])} tabIndex={-1} aria-hidden="true">
            <Avatar account={people[0]} size={32} />
          </Link>
        )}
        {people.length === 1 ? (
          <Link to={profilePath(people[0])} className="notification-text">
            {text}
          </Link>
        ) : (
          <span className="notification-text">{text}</span>
        )}
        {!inFull && (
          <time className="quiet" dateTime={at} title={format.full(at)}>
            {format.short(at)}
          </time>
        )}
        {unread && <span className="visually-hidden">{t('notifications.new')}</span>}
        <Dismiss group={group} text={text} />
      </header>
    </>
  );
}

/** Without links, since it is one itself. */
function excerpt(html: string): string {
  return html.replace(/<\/?a\b[^>]*>/gi, '');
}
