import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';

import { SignedIn } from '../session/signed-in';
import { PageHeader } from '../shell/page-header';
import { Composer } from './composer';

/** The composer as a page of its own, for links that bring a text along: `/compose?text=`. */
export function ComposePage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const text = params.get('text');
  return (
    <>
      <PageHeader title={t('compose.new')} back />
      <SignedIn>
        <div className="compose-page">
          <Composer request={text === null ? {} : { text }} onDone={() => void navigate('/')} autoFocus />
        </div>
      </SignedIn>
    </>
  );
}
