import { KeyRound } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { Empty } from '../error/empty';
import { SIGN_IN, SIGN_UP, useSession } from './session';

/** Shows to those who are signed in, and invites the others. */
export function SignedIn({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  if (useSession() !== null) {
    return children;
  }
  return (
    <Empty Icon={KeyRound} title={t('session.neededTitle')} text={t('session.needed')}>
      <a className="btn btn-primary" href={SIGN_IN}>
        {t('session.signIn')}
      </a>
      <a className="btn btn-quiet" href={SIGN_UP}>
        {t('session.signUp')}
      </a>
    </Empty>
  );
}
