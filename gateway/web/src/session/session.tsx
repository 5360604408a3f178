import { useQuery } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';

import { api, onUnauthorized } from '../api/client';
import { statusOf } from '../api/errors';
import type { CredentialAccount } from '../api/types';
import { forgetSeen } from '../offline/kept';
import { Splash } from '../shell/splash';

export const SESSION_KEY = ['session'];

/** Where people sign in, sign up and out: pages that the server makes. */
export const SIGN_IN = '/auth/sign_in';
export const SIGN_UP = '/auth/sign_up';
export const SIGN_OUT = '/auth/sign_out';

/** Where passwords and addresses are changed: another page that the server makes. */
export const SECURITY = '/auth/settings';

const SessionContext = createContext<CredentialAccount | null>(null);
const EndedContext = createContext(false);

async function whoAmI(): Promise<CredentialAccount | null> {
  try {
    return await api.v1.accounts.verifyCredentials();
  } catch (error) {
    if (statusOf(error) === 401 || statusOf(error) === 403) {
      return null;
    }
    throw error;
  }
}

/** Finds out who is signed in before anything shows that depends on it, and notices when they no longer are. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const { data, isPending } = useQuery({ queryKey: SESSION_KEY, queryFn: whoAmI, staleTime: Infinity });
  const [ended, setEnded] = useState(false);
  const known = data != null;
  useEffect(() => (known ? onUnauthorized(end) : undefined), [known]);

  function end(): void {
    setEnded(true);
    // What is on the page stays until one goes on; what is kept would outlive it.
    forgetSeen().catch(() => {});
  }

  if (isPending) {
    return <Splash />;
  }
  return (
    <SessionContext value={data ?? null}>
      <EndedContext value={ended}>{children}</EndedContext>
    </SessionContext>
  );
}

/** The person who is signed in, or null. */
export function useSession(): CredentialAccount | null {
  return useContext(SessionContext);
}

/** Whether the session of whoever is signed in here has ended elsewhere. */
export function useSessionEnded(): boolean {
  return useContext(EndedContext);
}

/** The person on whose page this is, where only signed-in people get. */
export function useMe(): CredentialAccount {
  const me = useSession();
  if (me === null) {
    throw new Error('Nobody is signed in');
  }
  return me;
}
