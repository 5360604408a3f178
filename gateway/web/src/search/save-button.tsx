import { BookmarkCheck, BookmarkPlus } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { LATER } from '../i18n/i18n';
import { useSavedSearches, useSaving } from './own-searches';

/** Saves what is searched for, or takes it from the saved searches. */
export function SaveButton({ q }: { q: string }) {
  const { t } = useTranslation(LATER);
  const { data } = useSavedSearches(true);
  const { change, isPending } = useSaving();
  const saved = data?.find((each) => each.q === q);
  const Icon = saved === undefined ? BookmarkPlus : BookmarkCheck;
  return (
    <button
      type="button"
      className="btn btn-sm btn-quiet"
      aria-pressed={saved !== undefined}
      disabled={isPending || data === undefined}
      onClick={() => change({ q, saved })}
    >
      <Icon size={16} aria-hidden="true" /> {t('search.save')}
    </button>
  );
}
