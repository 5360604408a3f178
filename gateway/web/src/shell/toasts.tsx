import { X } from 'lucide-react';
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { TIME_TO_CHANGE_ONES_MIND } from './deferred';
import './toasts.scss';

/** A short message. */
export interface Toast {
  text: string;
  /** Something to do about it. */
  action?: { label: string; run: () => void };
  bad?: boolean;
  /** How long it shows, in milliseconds; `Infinity` until it is closed. */
  lasts?: number;
}

interface Shown extends Toast {
  id: number;
}

const LIFETIME = TIME_TO_CHANGE_ONES_MIND;

const ToastContext = createContext<(toast: Toast) => void>(() => {});

/** Short messages at the edge of the page, read out by screen readers. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const [toasts, setToasts] = useState<Shown[]>([]);
  const dismiss = useCallback((id: number) => setToasts((all) => all.filter((toast) => toast.id !== id)), []);
  const show = useCallback(
    (toast: Toast) => {
      const id = performance.now();
      const { lasts = LIFETIME } = toast;
      setToasts((all) => [...all.slice(-2), { ...toast, id }]);
      if (lasts !== Infinity) {
        setTimeout(() => dismiss(id), lasts);
      }
    },
    [dismiss],
  );
  const region = useMemo(
    () => (
      <div className="toasts" role="status" aria-live="polite">
        {toasts.map(({ id, text, action, bad }) => (
          <div key={id} className={bad === true ? 'toast-note bad' : 'toast-note'}>
            <span>{text}</span>
            {action !== undefined && (
              <button
                type="button"
                className="toast-action"
                onClick={() => {
                  dismiss(id);
                  action.run();
                }}
              >
                {action.label}
              </button>
            )}
            <button type="button" className="toast-close" aria-label={t('common.close')} onClick={() => dismiss(id)}>
              <X size={16} aria-hidden="true" />
            </button>
          </div>
        ))}
      </div>
    ),
    [toasts, dismiss, t],
  );
  return (
    <ToastContext value={show}>
      {children}
      {region}
    </ToastContext>
  );
}

/** Shows a short message. */
export function useToast(): (toast: Toast) => void {
  return useContext(ToastContext);
}
