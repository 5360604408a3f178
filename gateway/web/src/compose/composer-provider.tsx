import { lazy, type ReactNode, Suspense, useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { SIGN_IN, useSession } from '../session/session';
import { useToast } from '../shell/toasts';
import { type ComposeRequest, ComposerContext } from './composer-context';

const ComposerDialog = lazy(async () => ({ default: (await import('./composer-dialog')).ComposerDialog }));

/** Lets every page open the composer above itself. */
export function ComposerProvider({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const me = useSession();
  const toast = useToast();
  const [request, setRequest] = useState<ComposeRequest | null>(null);
  const open = useCallback(
    (next: ComposeRequest) => {
      if (me === null) {
        toast({
          text: t('session.needed'),
          action: { label: t('session.signIn'), run: () => window.location.assign(SIGN_IN) },
        });
      } else {
        setRequest(next);
      }
    },
    [me, t, toast],
  );
  const control = useMemo(() => ({ open }), [open]);
  return (
    <ComposerContext value={control}>
      {children}
      {request !== null && (
        <Suspense>
          <ComposerDialog request={request} onClose={() => setRequest(null)} />
        </Suspense>
      )}
    </ComposerContext>
  );
}
