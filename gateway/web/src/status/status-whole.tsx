import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import type { Status } from '../api/types';
import { useFormat } from '../i18n/format';
import { LATER } from '../i18n/i18n';
import { Avatar } from '../profile/avatar';
import { Handle } from '../profile/handle';
import { nameOf } from '../profile/names';
import { profilePath } from '../shell/nav-items';
import { StatusActions } from './status-actions';
import { StatusBody } from './status-body';
import { StatusMenu } from './status-menu';
import { postPath } from './time-link';
import { visibilityView } from './visibility';

/** The post that a page is about, with all that is known of it. */
export function StatusWhole({ status, onDeleted }: { status: Status; onDeleted: () => void }) {
  const { t } = useTranslation(LATER);
  const format = useFormat();
  const { Icon, label } = visibilityView(status.visibility, t);
  return (
    <article
      className="post-whole"
      data-post={status.id}
      tabIndex={0}
      aria-label={t('post.by', { name: nameOf(status.account) })}
    >
      <Link to={profilePath(status.account)} className="post-whole-author">
        <Avatar account={status.account} size={52} />
        <span className="post-whole-names">
          <bdi className="post-name">{nameOf(status.account)}</bdi>
          <span className="quiet">
            <Handle acct={status.account.acct} />
          </span>
        </span>
      </Link>
      <StatusBody status={status} whole />
      <p className="post-whole-facts quiet">
        <time dateTime={status.createdAt}>{format.full(status.createdAt)}</time>
        {status.editedAt != null && <span>· {t('post.editedAt', { when: format.full(status.editedAt) })}</span>}
        <span className="d-inline-flex align-items-center gap-1">
          · <Icon size={14} aria-hidden="true" /> {label}
        </span>
        {status.reblogsCount > 0 && (
          <Link to={`${postPath(status)}/boosts`}>· {t('post.boosts', { count: status.reblogsCount })}</Link>
        )}
        {status.favouritesCount > 0 && (
          <Link to={`${postPath(status)}/favourites`}>· {t('post.favourites', { count: status.favouritesCount })}</Link>
        )}
        {status.quotesCount > 0 && (
          <Link to={`${postPath(status)}/quotes`}>· {t('quote.count', { count: status.quotesCount })}</Link>
        )}
      </p>
      <div className="post-foot">
        <StatusActions status={status} />
        <StatusMenu status={status} onDeleted={onDeleted} />
      </div>
    </article>
  );
}
