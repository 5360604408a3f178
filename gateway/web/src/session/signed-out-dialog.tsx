import Modal from 'react-bootstrap/Modal';
import { useTranslation } from 'react-i18next';

import { SIGN_IN } from './session';

/** Says that the session is over; the page behind stays as it was until one signs in again or goes on without. */
export function SignedOutDialog({ onSignIn }: { onSignIn: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal show centered backdrop="static" keyboard={false} aria-labelledby="signed-out-title">
      <Modal.Header>
        <Modal.Title as="h2" id="signed-out-title">
          {t('session.endedTitle')}
        </Modal.Title>
      </Modal.Header>
      <Modal.Body>{t('session.ended')}</Modal.Body>
      <Modal.Footer>
        <button type="button" className="btn btn-quiet" onClick={() => window.location.reload()}>
          {t('session.goOnWithout')}
        </button>
        <a className="btn btn-primary" href={SIGN_IN} onClick={onSignIn}>
          {t('session.signIn')}
        </a>
      </Modal.Footer>
    </Modal>
  );
}
