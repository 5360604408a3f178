import { lazy, type ReactNode, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';

import { SIGN_IN, useSession, useSessionEnded } from '../session/session';
import { rememberWayBack, takeWayBack } from '../session/way-back';
import { useToast } from '../shell/toasts';
import { type ComposeRequest, ComposerContext } from './composer-context';
import { hasLeft } from './left-posts';

const ComposerDialog = lazy(async () => ({ default: (await import('./composer-dialog')).ComposerDialog }));
const SignedOutDialog = lazy(async () => ({
  default: (await import('../session/signed-out-dialog')).SignedOutDialog,
}));

/** Lets every page open the composer above itself. It is open again for who had to sign in anew. */
export function ComposerProvider({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const me = useSession();
  const ended = useSessionEnded();
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
  const myId = me?.id;
  useEffect(() => {
    const way = myId === undefined ? null : takeWayBack(myId);
    if (way !== null) {
      void navigate(way.path, { replace: true });
      setAsked(way.composing && { request: way.composing, count: 0 });
    }
  }, [myId, navigate]);
  const leave = (): void => {
    if (myId !== undefined) {
      const { pathname, search } = window.location;
      rememberWayBack({ accountId: myId, path: pathname + search, composing: asked?.request ?? null });
    }
  };
  const control = useMemo(() => ({ open }), [open]);
  return (
    <ComposerContext value={control}>
      {children}
      <Suspense>
        {ended ? (
          <SignedOutDialog onSignIn={leave} />
        ) : (
          asked !== null && (
            <ComposerDialog key={asked.count} request={asked.request} onClose={() => setAsked(null)} />
          )
        )}
      </Suspense>
    </ComposerContext>
  );
}
