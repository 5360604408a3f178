import { Languages, LockKeyhole, Smartphone } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { SIGN_IN, SIGN_UP } from '../session/session';
import { usePageTitle } from '../shell/page-header';
import { PublicTimeline } from '../timeline/public-timeline';
import './landing.scss';

/** The welcome to those who are not signed in, and what people are talking about. */
export function LandingPage() {
  const { t } = useTranslation();
  usePageTitle('');
  const reasons = [
    { Icon: Languages, text: t('landing.languages') },
    { Icon: LockKeyhole, text: t('landing.privacy') },
    { Icon: Smartphone, text: t('landing.apps') },
  ];
  return (
    <>
      <section className="hero">
        <h1 tabIndex={-1}>{t('landing.title')}</h1>
        <p>{t('landing.text')}</p>
        <div className="hero-actions">
          <a className="btn btn-lg hero-join" href={SIGN_UP}>
            {t('session.signUp')}
          </a>
          <a className="btn btn-lg hero-enter" href={SIGN_IN}>
            {t('session.signIn')}
          </a>
        </div>
        <ul className="hero-reasons">
          {reasons.map(({ Icon, text }) => (
            <li key={text}>
              <Icon size={18} aria-hidden="true" />
              {text}
            </li>
          ))}
        </ul>
      </section>
      <h2 className="landing-now">{t('landing.now')}</h2>
      <PublicTimeline />
    </>
  );
}
