import { Camera } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';

import { IMAGE_TYPES } from '../compose/use-images';

/** A picture of oneself, and the way to another. */
export function ImagePicker({
  shape,
  current,
  label,
  onPick,
}: {
  shape: 'avatar' | 'header';
  current: string;
  label: string;
  onPick: (file: File) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  const [picked, setPicked] = useState<string | null>(null);
  useEffect(() => () => URL.revokeObjectURL(picked ?? ''), [picked]);
  const isAvatar = shape === 'avatar';
  return (
    <div className={isAvatar ? 'edit-avatar' : undefined}>
      <div className={isAvatar ? undefined : 'profile-header'}>
        <img className={isAvatar ? 'profile-avatar' : undefined} src={picked ?? current} alt="" />
      </div>
      <button
        type="button"
        className={`image-button ${isAvatar ? 'edit-avatar-button' : 'edit-header-button'}`}
        aria-label={label}
        title={label}
        onClick={() => input.current?.click()}
      >
        <Camera size={20} aria-hidden="true" />
      </button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={label}
        accept={IMAGE_TYPES.join(',')}
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file !== undefined) {
            setPicked(URL.createObjectURL(file));
            onPick(file);
          }
        }}
      />
    </div>
  );
}
