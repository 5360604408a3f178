import { ArrowLeft } from 'lucide-react';
import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';

import { useUnreadCount } from '../notifications/unread';
import './page-header.scss';
import { tabTitle } from './tab-title';

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
  const heading = useHeading();
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
        <h1 tabIndex={-1} ref={heading}>{title}</h1>
        {hint !== undefined && <p className="quiet">{hint}</p>}
      </div>
      {children}
    </header>
  );
}

let handedOn = false;

/** A heading that takes over the focus from the one in whose place it comes, such as that of a page that was loading. */
function useHeading(): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    const { current } = heading;
    if (handedOn) {
      current?.focus({ preventScroll: true });
    }
    return () => {
      handedOn = current !== null && document.activeElement === current;
      queueMicrotask(() => {
        handedOn = false;
      });
    };
  }, []);
  return heading;
}

/** Names the tab, anew whenever another notification comes or all are read. */
export function usePageTitle(title: string): void {
  const { i18n } = useTranslation();
  const direction = i18n.dir();
  const waiting = useUnreadCount(true);
  useEffect(() => {
    document.title = tabTitle(title, waiting, direction);
  }, [title, waiting, direction]);
}
