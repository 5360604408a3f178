import Modal from 'react-bootstrap/Modal';
import { useTranslation } from 'react-i18next';

/** Asks once more before something that is felt by others. */
export function ConfirmDialog({
  title,
  text,
  action,
  onConfirm,
  onClose,
}: {
  title: string;
  text: string;
  /** What the button says that does it. */
  action: string;
  onConfirm: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  return (
    <Modal show onHide={onClose} centered aria-labelledby="confirm-title">
      <Modal.Header closeButton closeLabel={t('common.close')}>
        <Modal.Title as="h2" id="confirm-title">
          {title}
        </Modal.Title>
      </Modal.Header>
      <Modal.Body>{text}</Modal.Body>
      <Modal.Footer>
        <button type="button" className="btn btn-quiet" onClick={onClose}>
          {t('common.cancel')}
        </button>
        <button
          type="button"
          className="btn btn-danger"
          onClick={() => {
            onConfirm();
            onClose();
          }}
        >
          {action}
        </button>
      </Modal.Footer>
    </Modal>
  );
}
