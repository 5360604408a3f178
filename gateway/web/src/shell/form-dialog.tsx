import { type FormEvent, type ReactNode, useId } from 'react';
import Modal from 'react-bootstrap/Modal';
import { useTranslation } from 'react-i18next';

/** A few questions above a page, and a button that answers them. */
export function FormDialog({
  title,
  action,
  onSubmit,
  onClose,
  children,
}: {
  title: string;
  action: string;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const id = useId();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onSubmit();
    onClose();
  };
  return (
    <Modal show onHide={onClose} centered scrollable aria-labelledby={`${id}-title`}>
      <Modal.Header closeButton closeLabel={t('common.close')}>
        <Modal.Title as="h2" id={`${id}-title`}>
          {title}
        </Modal.Title>
      </Modal.Header>
      <Modal.Body>
        <form id={`${id}-form`} className="dialog-form" onSubmit={submit}>
          {children}
        </form>
      </Modal.Body>
      <Modal.Footer>
        <button type="button" className="btn btn-quiet" onClick={onClose}>
          {t('common.cancel')}
        </button>
        <button type="submit" form={`${id}-form`} className="btn btn-primary">
          {action}
        </button>
      </Modal.Footer>
    </Modal>
  );
}
