import Modal from 'react-bootstrap/Modal';
import { useTranslation } from 'react-i18next';

import { Composer } from './composer';
import type { ComposeRequest } from './composer-context';

/** The composer above a page. */
export function ComposerDialog({ request, onClose }: { request: ComposeRequest; onClose: () => void }) {
  const { t } = useTranslation();
  const title =
    request.edit !== undefined
      ? t('compose.editTitle')
      : request.replyTo !== undefined
        ? t('compose.replyTitle')
        : t('compose.new');
  return (
    <Modal show onHide={onClose} fullscreen="sm-down" aria-labelledby="composer-title" className="composer-dialog">
      <Modal.Header closeButton closeLabel={t('common.close')}>
        <Modal.Title as="h2" id="composer-title">
          {title}
        </Modal.Title>
      </Modal.Header>
      <Modal.Body>
        <Composer request={request} onDone={onClose} autoFocus />
      </Modal.Body>
    </Modal>
  );
}
