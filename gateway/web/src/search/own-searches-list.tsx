import { Bookmark, Clock, Search, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { Empty } from '../error/empty';
import { Failure } from '../error/failure';
import { LATER } from '../i18n/i18n';
import { useSession } from '../session/session';
import { focusBeside } from '../shell/focus-beside';
import { Loading } from '../shell/loading';
import { type SavedSearch, useForget, useRecentSearches, useSavedSearches, useSaving } from './own-searches';
import { searchPath } from './search-path';

/** What one may search for again, before anything is typed: saved searches and recent ones. */
export function OwnSearchesList() {
  const { t } = useTranslation(LATER);
  const known = useSession() !== null;
  const recent = useRecentSearches(known);
  const saved = useSavedSearches(known);
  if (known && (recent.isPending || saved.isPending)) {
    return <Loading />;
  }
  const failed = [recent, saved].find(({ isError, data }) => isError && data === undefined);
  if (failed !== undefined && failed.error !== null) {
    return <Failure error={failed.error} retry={() => void Promise.all([recent.refetch(), saved.refetch()])} />;
  }
  const some = [...(recent.data ?? []), ...(saved.data ?? [])].length > 0;
  return some ? (
    <>
      <Saved searches={saved.data ?? []} />
      <Recent searches={recent.data ?? []} />
    </>
  ) : (
    <Empty Icon={Search} title={t('search.startTitle')} text={t('search.startText')} />
  );
}

function Saved({ searches }: { searches: SavedSearch[] }) {
  const { t } = useTranslation(LATER);
  const { change } = useSaving();
  if (searches.length === 0) {
    return null;
  }
  return (
    <section aria-labelledby="saved-searches">
      <div className="results-kind">
        <h2 id="saved-searches">{t('search.saved')}</h2>
      </div>
      <ul className="own-searches">
        {searches.map((saved) => (
          <li key={saved.id}>
            <Link to={searchPath(saved.q, 'all')}>
              <Bookmark size={18} aria-hidden="true" />
              <bdi>{saved.q}</bdi>
            </Link>
            <Remove label={t('search.deleteSaved', { q: saved.q })} onRemove={() => change({ q: saved.q, saved })} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Recent({ searches }: { searches: string[] }) {
  const { t } = useTranslation(LATER);
  const forget = useForget();
  if (searches.length === 0) {
    return null;
  }
  return (
    <section aria-labelledby="recent-searches">
      <div className="results-kind">
        <h2 id="recent-searches">{t('search.recent')}</h2>
        <button
          type="button"
          className="btn btn-sm btn-quiet"
          onClick={() => {
            document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
            forget(undefined);
          }}
        >
          {t('search.forgetAll')}
        </button>
      </div>
      <ul className="own-searches">
        {searches.map((q) => (
          <li key={q}>
            <Link to={searchPath(q, 'all')}>
              <Clock size={18} aria-hidden="true" />
              <bdi>{q}</bdi>
            </Link>
            <Remove label={t('search.forget', { q })} onRemove={() => forget(q)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Remove({ label, onRemove }: { label: string; onRemove: () => void }) {
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={label}
      title={label}
      onClick={(event) => {
        focusBeside(event.currentTarget.closest('li'), '.own-searches > li');
        onRemove();
      }}
    >
      <X size={18} aria-hidden="true" />
    </button>
  );
}
