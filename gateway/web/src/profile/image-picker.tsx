import { Camera, Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { IMAGE_TYPES } from '../compose/use-images';
import type { PictureChange } from './profile-draft';

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
  shape: 'avatar' | 'header';
  current: string;
  label: string;
  removal: string;
  onPick: (change: PictureChange) => void;
}) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [picked, setPicked] = useState<string | null>(null);
  const [removed, setRemoved] = useState(false);
  useEffect(() => () => URL.revokeObjectURL(picked ?? ''), [picked]);
  const shown = removed ? null : (picked ?? current);
  const isAvatar = shape === 'avatar';
  const pick = (file: File | undefined): void => {
    if (file !== undefined) {
      setPicked(URL.createObjectURL(file));
      setRemoved(false);
      onPick(file);
    }
  };
  const remove = (): void => {
    setPicked(null);
    setRemoved(true);
    onPick('');
    if (input.current !== null) {
      input.current.value = '';
    }
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
        onChange={(event) => pick(event.target.files?.[0])}
      />
    </div>
  );
}
