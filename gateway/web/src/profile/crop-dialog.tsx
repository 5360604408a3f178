import { ZoomIn, ZoomOut } from 'lucide-react';
import { useEffect, useId, useState } from 'react';
import Modal from 'react-bootstrap/Modal';
import Cropper, { type Area } from 'react-easy-crop';
import 'react-easy-crop/react-easy-crop.css';
import { useTranslation } from 'react-i18next';

import './crop-dialog.scss';
import { LATER } from '../i18n/i18n';
import { cropped } from './cropped';
import type { Shape } from './image-picker';

const LARGEST_ZOOM = 4;
/** As wide as the picture is shown in a profile, to its height. */
const ASPECT: Record<Shape, number> = { avatar: 1, header: 3 };

/** Chooses what part of a picture is shown: by mouse, fingers, or the arrow keys and a slider. */
export function CropDialog({
  file,
  shape,
  onDone,
  onClose,
}: {
  file: File;
  shape: Shape;
  onDone: (picture: File) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation(LATER);
  const id = useId();
  const [url, setUrl] = useState<string>();
  const [crop, setCrop] = useState({ x: 0, y: 0 });
  const [zoom, setZoom] = useState(1);
  const [area, setArea] = useState<Area>();
  useEffect(() => {
    const made = URL.createObjectURL(file);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  const use = async (): Promise<void> => onDone(area === undefined ? file : await cropped(file, area, shape));
  return (
    <Modal show onHide={onClose} centered aria-labelledby={`${id}-title`} className="crop-dialog">
      <Modal.Header closeButton closeLabel={t('common.close')}>
        <Modal.Title as="h2" id={`${id}-title`}>
          {t('crop.title')}
        </Modal.Title>
      </Modal.Header>
      <Modal.Body>
        <div className={`crop-stage of-${shape}`}>
          {url !== undefined && (
            <Cropper
              image={url}
              aspect={ASPECT[shape]}
              crop={crop}
              zoom={zoom}
              maxZoom={LARGEST_ZOOM}
              keyboardStep={8}
              showGrid={false}
              disableAutomaticStylesInjection
              onCropChange={setCrop}
              onZoomChange={setZoom}
              onCropComplete={(_share, pixels) => setArea(pixels)}
              mediaProps={{ alt: '', onError: () => onDone(file) }}
              cropperProps={{ role: 'application', 'aria-label': t('crop.area'), 'aria-describedby': `${id}-hint` }}
            />
          )}
        </div>
        <label className="crop-zoom">
          <ZoomOut size={18} aria-hidden="true" />
          <span className="visually-hidden">{t('crop.zoom')}</span>
          <input
            type="range"
            className="form-range"
            min={1}
            max={LARGEST_ZOOM}
            step={0.1}
            value={zoom}
            onChange={(event) => setZoom(Number(event.target.value))}
          />
          <ZoomIn size={18} aria-hidden="true" />
        </label>
        <p className="quiet mb-0" id={`${id}-hint`}>
          {t('crop.hint')}
        </p>
      </Modal.Body>
      <Modal.Footer>
        <button type="button" className="btn btn-quiet" onClick={() => onDone(file)}>
          {t('crop.whole')}
        </button>
        <button type="button" className="btn btn-primary" disabled={area === undefined} onClick={() => void use()}>
          {t('crop.use')}
        </button>
      </Modal.Footer>
    </Modal>
  );
}
