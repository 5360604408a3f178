import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import type { Status } from '../api/types';
import { useFiltered } from '../filter/filter-place';
import { useFormat } from '../i18n/format';
import { LATER } from '../i18n/i18n';
import { Avatar } from '../profile/avatar';
import { Handle } from '../profile/handle';
import { nameOf } from '../profile/names';
import { RichText } from '../status/rich-text';
import { postPath } from '../status/time-link';
import './quote.scss';

type Quote = NonNullable<Status['quote']>;

/** What a post quotes, or why it is not shown. */
export function QuoteInset({ quote }: { quote: Quote }) {
  const { t } = useTranslation(LATER);
  const [asked, setAsked] = useState(false);
  const post = 'quotedStatus' in quote ? quote.quotedStatus : null;
  if (post == null) {
    return <p className="quote-inset quote-empty quiet">{absence(quote.state)}</p>;
  }
  if (quote.state !== 'accepted' && !asked) {
    return (
      <div className="quote-inset quote-empty quiet">
        <span>{quote.state === 'muted_account' ? t('quote.muted') : t('quote.blocked')}</span>
        <button type="button" className="btn btn-sm btn-quiet" onClick={() => setAsked(true)}>
          {t('post.show')}
        </button>
      </div>
    );
  }
  return <QuotedCard post={post} />;

  function absence(state: Quote['state']): string {
    switch (state) {
      case 'deleted':
        return t('quote.deleted');
      case 'revoked':
        return t('quote.revoked');
      default:
        return t('quote.hidden');
    }
  }
}

/** A quoted post in short: one click away from all of it. */
export function QuotedCard({ post }: { post: Status }) {
  const { t } = useTranslation(LATER);
  const format = useFormat();
  const filtered = useFiltered(post);
  const [open, setOpen] = useState(false);
  if (filtered.some(({ filter }) => filter.filterAction !== 'blur') && !open) {
    return (
      <div className="quote-inset quote-empty quiet">
        <span>{t('quote.filtered')}</span>
        {filtered.every(({ filter }) => filter.filterAction !== 'hide') && (
          <button type="button" className="btn btn-sm btn-quiet" onClick={() => setOpen(true)}>
            {t('post.show')}
          </button>
        )}
      </div>
    );
  }
  const warned = post.spoilerText !== '';
  const covered = post.sensitive || filtered.length > 0;
  return (
    <section className="quote-inset" aria-label={t('quote.by', { name: nameOf(post.account) })} data-quoted={post.id}>
      <header>
        <Avatar account={post.account} size={24} />
        <bdi className="post-name">{nameOf(post.account)}</bdi>
        <span className="post-handle quiet">
          <Handle acct={post.account.acct} />
        </span>
        <Link to={postPath(post)} className="quiet quote-time" title={format.full(post.createdAt)}>
          <time dateTime={post.createdAt}>{format.short(post.createdAt)}</time>
        </Link>
      </header>
      {warned ? (
        <p dir="auto" lang={post.language ?? undefined}>
          {post.spoilerText}
        </p>
      ) : (
        <div className="quote-text">
          <RichText html={post.content} lang={post.language} />
        </div>
      )}
      {!warned && !covered && post.mediaAttachments.length > 0 && (
        <div className="quote-images">
          {post.mediaAttachments.map(({ id, previewUrl, description }) => (
            <img key={id} src={previewUrl ?? undefined} alt={description ?? ''} loading="lazy" width="72" height="72" />
          ))}
        </div>
      )}
      {!warned && post.poll != null && (
        <ul className="quote-poll" aria-label={t('poll.title')}>
          {post.poll.options.map(({ title }) => (
            <li key={title} dir="auto">
              {title}
            </li>
          ))}
        </ul>
      )}
      {(warned || covered || post.quote != null) && (
        <Link to={postPath(post)} className="quote-more">
          {post.quote == null || warned ? t('quote.open') : t('quote.nested')}
        </Link>
      )}
    </section>
  );
}
