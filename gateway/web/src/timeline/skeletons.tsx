import { useTranslation } from 'react-i18next';

const WIDTHS = ['92%', '78%', '85%', '64%'];

/** The outline of posts to come. */
export function PostSkeletons({ count = 5 }: { count?: number }) {
  const { t } = useTranslation();
  return (
    <div role="status">
      <span className="visually-hidden">{t('common.loading')}</span>
      {Array.from({ length: count }, (_, index) => (
        <div className="post" key={index} aria-hidden="true">
          <span className="skeleton post-avatar skeleton-avatar" />
          <div className="post-main skeleton-lines">
            <span className="skeleton skeleton-name" />
            <span className="skeleton" style={{ width: WIDTHS[index % 4] }} />
            <span className="skeleton" style={{ width: WIDTHS[(index + 1) % 4] }} />
            <span className="skeleton skeleton-foot" />
          </div>
        </div>
      ))}
    </div>
  );
}
