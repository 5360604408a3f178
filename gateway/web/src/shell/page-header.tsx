import { ArrowLeft } from 'lucide-react';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';

import './page-header.scss';

/** The heading of a page, which also names the tab and takes the focus when the page changes. */
export function PageHeader({
  title,
  back = false,
  hint,
  children,
}: {
  title: string;
  back?: boolean;
  hint?: string;
  children?: ReactNode;
}) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  usePageTitle(title);
  return (
    <header className="page-header">
      {back && (
        <button
          type="button"
          className="icon-button page-back"
          aria-label={t('common.back')}
          onClick={() => void (window.history.length > 1 ? navigate(-1) : navigate('/'))}
        >
          <ArrowLeft size={20} aria-hidden="true" />
        </button>
      )}
      <div className="page-title">
        <h1 tabIndex={-1}>{title}</h1>
        {hint !== undefined && <p className="quiet">{hint}</p>}
      </div>
      {children}
    </header>
  );
}

/** Names the tab. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = title === '' ? 'Microblog' : `${title} · Microblog`;
  }, [title]);
}
