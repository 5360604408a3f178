import { lazy, Suspense, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useBlocker } from 'react-router';

const ConfirmDialog = lazy(async () => ({ default: (await import('./confirm-dialog')).ConfirmDialog }));

/** Asks before one leaves a page on which something would be lost, for another of the client's or for good. */
export function LeaveGuard({ unsaved }: { unsaved: () => boolean }) {
  const { t } = useTranslation();
  const decided = useRef(false);
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      !decided.current && currentLocation.pathname !== nextLocation.pathname && unsaved(),
  );
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent): void => {
      if (unsaved()) {
        event.preventDefault();
      }
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [unsaved]);
  if (blocker.state !== 'blocked') {
    return null;
  }
  return (
    <Suspense>
      <ConfirmDialog
        title={t('shell.leaveTitle')}
        text={t('shell.leaveText')}
        action={t('shell.leave')}
        onConfirm={() => {
          decided.current = true;
          blocker.proceed();
        }}
        onClose={() => {
          if (!decided.current) {
            blocker.reset();
          }
        }}
      />
    </Suspense>
  );
}
