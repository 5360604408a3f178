import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import type { Status } from '../api/types';
import { useFormat } from '../i18n/format';

/** The address of a post on this server. */
export function postPath(status: Status): string {
  return `/@${status.account.acct}/${status.id}`;
}

/** When a post was written, leading to the post alone. */
export function TimeLink({ status }: { status: Status }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Link to={postPath(status)} className="post-time quiet" title={format.full(status.createdAt)} data-key="o">
      <time dateTime={status.createdAt}>{format.short(status.createdAt)}</time>
      {status.editedAt != null && <span title={format.full(status.editedAt)}> · {t('post.edited')}</span>}
    </Link>
  );
}
