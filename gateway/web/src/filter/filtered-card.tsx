import { useTranslation } from 'react-i18next';

/** Stands where a post would be that the reader wants to be warned of. */
export function FilteredCard({ titles, onShow }: { titles: string; onShow: () => void }) {
  const { t } = useTranslation();
  return (
    <div className="post-filtered quiet">
      <span>{t('filter.filtered', { titles })}</span>
      <button type="button" className="btn btn-sm btn-quiet" onClick={onShow}>
        {t('filter.show')}
      </button>
    </div>
  );
}
