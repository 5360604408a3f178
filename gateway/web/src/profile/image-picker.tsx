import { Camera, Trash2 } from 'lucide-react';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { IMAGE_TYPES } from '../compose/use-images';
import { LATER } from '../i18n/i18n';
import type { PictureChange } from './profile-draft';

const CropDialog = lazy(async () => ({ default: (await import('./crop-dialog')).CropDialog }));

export type Shape = 'avatar' | 'header';

/** What people have who have chosen none, as the server names it. */
const NONE = /\/(avatars|headers)\/original\/missing\.png$/;

/** A picture of oneself, the way to another, and to none. */
export function ImagePicker({
  shape,
  current,
  label,
  removal,
  onPick,
}: {
  shape: Shape;
  current: string;
  label: string;
  removal: string;
  onPick: (change: PictureChange) => void;
}) {
  const { t } = useTranslation(LATER);
  const input = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState<File | null>(null);
  const [picked, setPicked] = useState<string | null>(null);
  const [removed, setRemoved] = useState(false);
  useEffect(() => () => URL.revokeObjectURL(picked ?? ''), [picked]);
  const shown = removed ? null : (picked ?? current);
  const isAvatar = shape === 'avatar';
  const pick = (picture: File): void => {
    setChosen(null);
    setPicked(URL.createObjectURL(picture));
    setRemoved(false);
    onPick(picture);
  };
  const remove = (): void => {
    setPicked(null);
    setRemoved(true);
    onPick('');
  };
  return (
    <div className={isAvatar ? 'edit-avatar' : 'edit-header'}>
      <div className={isAvatar ? 'profile-avatar' : 'profile-header'}>
        {shown !== null && <img src={shown} alt="" />}
      </div>
      <div className="image-buttons">
        <button
          type="button"
          className="image-button"
          aria-label={label}
          title={label}
          onClick={() => input.current?.click()}
        >
          <Camera size={20} aria-hidden="true" />
        </button>
        {shown !== null && !NONE.test(shown) && (
          <button type="button" className="image-button" aria-label={removal} title={removal} onClick={remove}>
            <Trash2 size={18} aria-hidden="true" />
          </button>
        )}
      </div>
      <span className="visually-hidden" role="status">
        {removed && t('profile.pictureRemoved')}
      </span>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={label}
        accept={IMAGE_TYPES.join(',')}
        onChange={(event) => {
          setChosen(event.target.files?.[0] ?? null);
          event.target.value = '';
        }}
      />
      {chosen !== null && (
        <Suspense>
          <CropDialog file={chosen} shape={shape} onDone={pick} onClose={() => setChosen(null)} />
        </Suspense>
      )}
    </div>
  );
}
