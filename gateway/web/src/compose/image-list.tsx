import { ArrowLeft, ArrowRight, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import type { MediaAttachment } from '../api/types';
import type { useImages } from './use-images';

const LONGEST_DESCRIPTION = 1_500;

/** The images of a draft, each with its description. */
export function ImageList({ media, images }: { media: MediaAttachment[]; images: ReturnType<typeof useImages> }) {
  const { t } = useTranslation();
  if (media.length === 0 && images.uploading === 0) {
    return null;
  }
  return (
    <ol className="composer-images" aria-label={t('compose.images')}>
      {media.map((image, index) => {
        const position = { position: index + 1 };
        return (
          <li key={image.id}>
            <div className="composer-image">
              <img src={image.previewUrl} alt={image.description ?? ''} />
              <div className="composer-image-tools">
                <button
                  type="button"
                  aria-label={t('compose.moveBack', position)}
                  disabled={index === 0}
                  onClick={() => images.move(image.id, -1)}
                >
                  <ArrowLeft size={16} aria-hidden="true" />
                </button>
                <button
                  type="button"
                  aria-label={t('compose.moveOn', position)}
                  disabled={index === media.length - 1}
                  onClick={() => images.move(image.id, 1)}
                >
                  <ArrowRight size={16} aria-hidden="true" />
                </button>
                <button
                  type="button"
                  aria-label={t('compose.removeImage', position)}
                  onClick={() => images.remove(image.id)}
                >
                  <X size={16} aria-hidden="true" />
                </button>
              </div>
            </div>
            <textarea
              className="form-control form-control-sm"
              rows={2}
              aria-label={t('compose.describe', position)}
              placeholder={t('compose.describePlaceholder')}
              maxLength={LONGEST_DESCRIPTION}
              value={image.description ?? ''}
              onChange={(event) => images.describe(image.id, event.target.value)}
            />
          </li>
        );
      })}
      {Array.from({ length: images.uploading }, (_, index) => (
        <li key={`uploading-${index}`}>
          <div className="composer-image skeleton" role="status" aria-label={t('compose.uploading')} />
        </li>
      ))}
    </ol>
  );
}
