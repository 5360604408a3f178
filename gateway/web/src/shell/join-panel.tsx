import { useTranslation } from 'react-i18next';

import { SIGN_IN, SIGN_UP } from '../session/session';

/** Invites those who only look. */
export function JoinPanel() {
  const { t } = useTranslation();
  return (
    <section className="panel side-panel" aria-labelledby="join-title">
      <h2 id="join-title">{t('session.joinTitle')}</h2>
      <p className="quiet">{t('session.joinText')}</p>
      <div className="side-panel-actions">
        <a className="btn btn-primary btn-sm" href={SIGN_UP}>
          {t('session.signUp')}
        </a>
        <a className="btn btn-quiet btn-sm" href={SIGN_IN}>
          {t('session.signIn')}
        </a>
      </div>
    </section>
  );
}
