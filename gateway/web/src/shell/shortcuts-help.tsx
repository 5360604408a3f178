import Modal from 'react-bootstrap/Modal';
import { useTranslation } from 'react-i18next';
import { LATER } from '../i18n/i18n';

import './shortcuts.scss';

/** Which keys there are. */
export function ShortcutsHelp({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(LATER);
  const rows: [string, string][] = [
    ['j', t('shortcuts.next')],
    ['k', t('shortcuts.previous')],
    ['o', t('shortcuts.open')],
    ['r', t('shortcuts.reply')],
    ['b', t('shortcuts.boost')],
    ['f', t('shortcuts.favourite')],
    ['s', t('shortcuts.bookmark')],
    ['n', t('shortcuts.write')],
    ['/', t('shortcuts.search')],
    ['?', t('shortcuts.help')],
  ];
  return (
    <Modal show onHide={onClose} centered aria-labelledby="shortcuts-title">
      <Modal.Header closeButton closeLabel={t('common.close')}>
        <Modal.Title as="h2" id="shortcuts-title">
          {t('shortcuts.title')}
        </Modal.Title>
      </Modal.Header>
      <Modal.Body>
        <dl className="shortcuts">
          {rows.map(([key, text]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      </Modal.Body>
    </Modal>
  );
}
