import { CornerDownRight, Pin, Repeat2 } from 'lucide-react';
import { type KeyboardEvent, type MouseEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';

import type { Status } from '../api/types';
import { FilteredCard } from '../filter/filtered-card';
import { useFiltered } from '../filter/filter-place';
import { Avatar } from '../profile/avatar';
import { Handle } from '../profile/handle';
import { nameOf } from '../profile/names';
import { profilePath } from '../shell/nav-items';
import { StatusActions } from './status-actions';
import { StatusBody } from './status-body';
import './status.scss';
import { StatusMenu } from './status-menu';
import { TimeLink, postPath } from './time-link';
import { visibilityView } from './visibility';

interface CardProps {
  status: Status;
  inThread?: boolean;
  /** Whether it stands where its author has pinned it. */
  pinned?: boolean;
}

/** A post in a list, unless a filter of the reader's is against it. */
export function StatusCard(props: CardProps) {
  const filtered = useFiltered(props.status.reblog ?? props.status);
  const [shown, setShown] = useState(false);
  if (filtered.some(({ filter }) => filter.filterAction === 'hide')) {
    return null;
  }
  const warnings = filtered.filter(({ filter }) => filter.filterAction !== 'blur').map(({ filter }) => filter.title);
  if (warnings.length > 0 && !shown) {
    return <FilteredCard titles={warnings.join(', ')} onShow={() => setShown(true)} />;
  }
  return <Card {...props} focused={shown} />;
}

/** A click on what is not a control opens the post. */
function Card({ status, inThread = false, pinned = false, focused }: CardProps & { focused: boolean }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const post = status.reblog ?? status;
  const { Icon, label } = visibilityView(post.visibility, t);
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    if (focused) {
      place.current?.focus();
    }
  }, [focused]);

  const open = (event: MouseEvent | KeyboardEvent): void => {
    const control = (event.target as HTMLElement).closest('a, button, input, label, summary, .dropdown-menu, .modal');
    if (control === null && window.getSelection()?.toString() === '') {
      void navigate(postPath(post));
    }
  };

  return (
    <article
      ref={place}
      className={inThread ? 'post in-thread' : 'post'}
      data-post={post.id}
      tabIndex={0}
      aria-label={t('post.by', { name: nameOf(post.account) })}
      onClick={open}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.target === event.currentTarget) {
          open(event);
        }
      }}
    >
      {pinned && (
        <p className="post-context quiet">
          <Pin size={16} aria-hidden="true" />
          {t('post.pinnedHere')}
        </p>
      )}
      {status.reblog != null && (
        <p className="post-context quiet">
          <Repeat2 size={16} aria-hidden="true" />
          <Link to={profilePath(status.account)}>
            {t('post.boostedBy', { name: nameOf(status.account) })}
          </Link>
        </p>
      )}
      <Link to={profilePath(post.account)} className="post-avatar" tabIndex={-1} aria-hidden="true">
        <Avatar account={post.account} />
      </Link>
      <div className="post-main">
        <header className="post-head">
          <Link to={profilePath(post.account)} className="post-author">
            <bdi className="post-name">{nameOf(post.account)}</bdi>
            <span className="post-handle quiet">
              <Handle acct={post.account.acct} />
            </span>
          </Link>
          <span className="post-meta">
            {post.visibility !== 'public' && (
              <span className="quiet" title={label}>
                <Icon size={14} role="img" aria-label={label} />
              </span>
            )}
            <TimeLink status={post} />
          </span>
        </header>
        {post.inReplyToAccountId != null && !inThread && <ReplyHint status={post} />}
        <StatusBody status={post} />
        <div className="post-foot">
          <StatusActions status={post} />
          <StatusMenu status={post} />
        </div>
      </div>
    </article>
  );
}

function ReplyHint({ status }: { status: Status }) {
  const { t } = useTranslation();
  const to = status.mentions.find(({ id }) => id === status.inReplyToAccountId);
  const own = status.inReplyToAccountId === status.account.id;
  return (
    <p className="post-reply quiet">
      <CornerDownRight size={14} aria-hidden="true" />
      {own ? t('post.continued') : to === undefined ? t('post.reply') : t('post.replyTo', { name: to.acct })}
    </p>
  );
}
