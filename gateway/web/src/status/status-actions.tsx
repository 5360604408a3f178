import { Bookmark, type LucideIcon, MessageCircle, Repeat2, Star } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import type { Status } from '../api/types';
import { useComposer } from '../compose/composer-context';
import { useFormat } from '../i18n/format';
import { useStatusActions } from './use-status-actions';

/** What one does with a post, each with how many have done so. */
export function StatusActions({ status }: { status: Status }) {
  const { t } = useTranslation();
  const { favourite, boost, bookmark } = useStatusActions(status);
  const { open } = useComposer();
  const boostable = status.visibility === 'public' || status.visibility === 'unlisted';
  return (
    <div className="post-actions" role="group" aria-label={t('post.actions')}>
      <Action
        Icon={MessageCircle}
        kind="reply"
        shortcut="r"
        count={status.repliesCount}
        label={t('post.replyAction')}
        onClick={() => open({ replyTo: status })}
      />
      <Action
        Icon={Repeat2}
        kind="boost"
        shortcut="b"
        count={status.reblogsCount}
        pressed={status.reblogged === true}
        label={boostable ? t('post.boost') : t('post.notBoostable')}
        disabled={!boostable}
        onClick={() => void boost()}
      />
      <Action
        Icon={Star}
        kind="favourite"
        shortcut="f"
        count={status.favouritesCount}
        pressed={status.favourited === true}
        label={t('post.favourite')}
        onClick={() => void favourite()}
      />
      <Action
        Icon={Bookmark}
        kind="bookmark"
        shortcut="s"
        pressed={status.bookmarked === true}
        label={t('post.bookmark')}
        onClick={() => void bookmark()}
      />
    </div>
  );
}

function Action({
  Icon,
  kind,
  shortcut,
  count = 0,
  label,
  pressed,
  disabled = false,
  onClick,
}: {
  Icon: LucideIcon;
  kind: string;
  shortcut: string;
  count?: number;
  label: string;
  pressed?: boolean;
  disabled?: boolean;
  onClick: () => void;
}) {
  const format = useFormat();
  return (
    <button
      type="button"
      className={`icon-button action-${kind}`}
      aria-pressed={pressed}
      title={label}
      data-key={shortcut}
      disabled={disabled}
      onClick={onClick}
    >
      <Icon size={19} aria-hidden="true" />
      <span className="visually-hidden">{label}</span>
      {count > 0 && <span>{format.count(count)}</span>}
    </button>
  );
}
