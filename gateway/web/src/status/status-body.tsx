import { lazy, Suspense, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { Status, Translation } from '../api/types';
import { useFiltered } from '../filter/filter-place';
import { MediaGrid } from './media-grid';
import { PollView } from './poll-view';
import { RichText } from './rich-text';
import { TranslateBar } from './translate-bar';

const LinkCard = lazy(async () => ({ default: (await import('./link-card')).LinkCard }));
const QuoteInset = lazy(async () => ({ default: (await import('../quote/quote-inset')).QuoteInset }));

/** Longer posts are folded in lists. */
const LONG = 1_200;

/** What a post says: behind its warning when it has one, and translated on request. */
export function StatusBody({ status, whole = false }: { status: Status; whole?: boolean }) {
  const { t } = useTranslation();
  const id = useId();
  const hasWarning = status.spoilerText !== '';
  const blurred = useFiltered(status).filter(({ filter }) => filter.filterAction === 'blur');
  const [open, setOpen] = useState(!hasWarning);
  const [unfolded, setUnfolded] = useState(false);
  const [translation, setTranslation] = useState<Translation | null>(null);
  const folded = !whole && !unfolded && status.content.length > LONG;
  return (
    <div className="post-body">
      {status.held === true && <p className="quiet">{t('post.held')}</p>}
      {hasWarning && (
        <div className="post-warning">
          <p dir="auto" lang={status.language ?? undefined}>
            {translation?.spoilerText ?? status.spoilerText}
          </p>
          <button
            type="button"
            className="btn btn-sm btn-quiet"
            aria-expanded={open}
            aria-controls={id}
            onClick={() => setOpen(!open)}
          >
            {open ? t('post.hide') : t('post.show')}
          </button>
        </div>
      )}
      <div id={id} hidden={!open}>
        {open && (
          <>
            <div className={folded ? 'post-folded' : undefined}>
              {translation === null ? (
                <RichText html={status.content} lang={status.language} />
              ) : (
                <RichText html={translation.content} lang={translation.language} />
              )}
            </div>
            {folded && (
              <button type="button" className="btn btn-link post-unfold" onClick={() => setUnfolded(true)}>
                {t('post.more')}
              </button>
            )}
            <TranslateBar status={status} translation={translation} onChange={setTranslation} />
            {status.quote != null && (
              <Suspense>
                <QuoteInset quote={status.quote} />
              </Suspense>
            )}
            {status.poll != null && <PollView status={status} poll={status.poll} />}
            {status.mediaAttachments.length > 0 && (
              <MediaGrid
                media={status.mediaAttachments}
                sensitive={blurred.length > 0 || (status.sensitive && !hasWarning)}
                cover={blurred.length > 0 ? blurred.map(({ filter }) => filter.title).join(', ') : undefined}
              />
            )}
            {status.card != null && status.mediaAttachments.length === 0 && (
              <Suspense>
                <LinkCard card={status.card} covered={blurred.length > 0 || (status.sensitive && !hasWarning)} />
              </Suspense>
            )}
          </>
        )}
      </div>
    </div>
  );
}
