import { ChevronLeft, ChevronRight, X } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import Modal from 'react-bootstrap/Modal';
import { useTranslation } from 'react-i18next';

import type { MediaAttachment } from '../api/types';
import { LATER } from '../i18n/i18n';
import { isAnimated, PlayButton, usePlaying } from './motion';

/** A picture in full, with its description and its neighbours. */
export function MediaViewer({
  media,
  start,
  onClose,
}: {
  media: MediaAttachment[];
  start: number;
  onClose: () => void;
}) {
  const { t, i18n } = useTranslation(LATER);
  const [index, setIndex] = useState(start);
  const [playing, toggle] = usePlaying();
  const shown = media[index];
  const several = media.length > 1;
  const go = (step: number): void => setIndex((now) => (now + step + media.length) % media.length);
  return (
    <Modal
      show
      fullscreen
      onHide={onClose}
      className="media-viewer"
      aria-label={t('media.viewer')}
      onKeyDown={({ key }: KeyboardEvent) => {
        if (key === 'ArrowLeft' || key === 'ArrowRight') {
          const back = i18n.dir() === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
          go(key === back ? -1 : 1);
        }
      }}
    >
      <Modal.Body>
        <button type="button" className="viewer-button viewer-close" aria-label={t('common.close')} onClick={onClose}>
          <X aria-hidden="true" />
        </button>
        {shown !== undefined && (
          <figure>
            <img
              src={isAnimated(shown) && !playing ? shown.previewUrl : (shown.url ?? shown.previewUrl)}
              alt={shown.description ?? ''}
            />
            {isAnimated(shown) && <PlayButton playing={playing} onToggle={toggle} />}
            {shown.description != null && shown.description !== '' && <figcaption>{shown.description}</figcaption>}
          </figure>
        )}
        {several && (
          <>
            <button
              type="button"
              className="viewer-button viewer-previous"
              aria-label={t('media.previous')}
              onClick={() => go(-1)}
            >
              <ChevronLeft aria-hidden="true" />
            </button>
            <button type="button" className="viewer-button viewer-next" aria-label={t('media.next')} onClick={() => go(1)}>
              <ChevronRight aria-hidden="true" />
            </button>
          </>
        )}
      </Modal.Body>
    </Modal>
  );
}
