import { lazy, type ReactNode, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { SIGN_IN, useSession } from '../session/session';
import { useToast } from '../shell/toasts';
import { type ComposeRequest, ComposerContext } from './composer-context';
import { hasLeft } from './left-posts';

const ComposerDialog = lazy(async () => ({ default: (await import('./composer-dialog')).ComposerDialog }));

/** Lets every page open the composer above itself. */
export function ComposerProvider({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const me = useSession();
  const toast = useToast();
  const [asked, setAsked] = useState<{ request: ComposeRequest; count: number } | null>(null);
  const open = useCallback(
    (next: ComposeRequest) => {
      if (me === null) {
        toast({
          text: t('session.needed'),
          action: { label: t('session.signIn'), run: () => window.location.assign(SIGN_IN) },
        });
      } else {
        // Each question has a composer of its own, so that no draft shows up in another's.
        setAsked((now) => ({ request: next, count: (now?.count ?? 0) + 1 }));
      }
    },
    [me, t, toast],
  );
  useEffect(() => {
    if (me !== null && hasLeft(me.id)) {
      void import('./hear-of-left-posts').then(({ hearOfLeftPosts }) => hearOfLeftPosts(me.id));
    }
  }, [me]);
  const control = useMemo(() => ({ open }), [open]);
  return (
    <ComposerContext value={control}>
      {children}
      {asked !== null && (
        <Suspense>
          <ComposerDialog key={asked.count} request={asked.request} onClose={() => setAsked(null)} />
        </Suspense>
      )}
    </ComposerContext>
  );
}
