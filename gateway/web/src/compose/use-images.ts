import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { api } from '../api/client';
import { isOutOfRoom } from '../api/errors';
import type { MediaAttachment } from '../api/types';
import { useFailureToast } from '../error/failure-toast';
import { useToast } from '../shell/toasts';

export const MOST_IMAGES = 4;
export const IMAGE_TYPES = ['image/jpeg', 'image/png', 'image/gif', 'image/webp'];
const LARGEST = 16 * 1024 * 1024;

interface Images {
  uploading: number;
  add: (files: Iterable<File>) => void;
  describe: (id: string, description: string) => void;
  move: (id: string, step: 1 | -1) => void;
  remove: (id: string) => void;
}

/** The list with an item moved one place, as far as there is room. */
export function moved<T extends { id: string }>(items: T[], id: string, step: 1 | -1): T[] {
  const from = items.findIndex((item) => item.id === id);
  const item = items[from];
  const to = from + step;
  return item === undefined || to < 0 || to >= items.length
    ? items
    : items.toSpliced(from, 1).toSpliced(to, 0, item);
}

/** The images of a draft: uploaded at once, described and ordered until the post is published. */
export function useImages(
  media: MediaAttachment[],
  change: (next: (media: MediaAttachment[]) => MediaAttachment[]) => void,
): Images {
  const { t } = useTranslation();
  const toast = useToast();
  const tellFailure = useFailureToast();
  const [uploading, setUploading] = useState(0);

  const upload = async (file: File): Promise<void> => {
    setUploading((count) => count + 1);
    try {
      const attachment = await api.v2.media.create({ file, skipPolling: true });
      change((all) => [...all, attachment].slice(0, MOST_IMAGES));
    } catch (error) {
      if (isOutOfRoom(error)) {
        toast({ text: t('compose.noRoom'), bad: true });
      } else {
        tellFailure(error, { text: t('compose.uploadFailed', { name: file.name }) });
      }
    } finally {
      setUploading((count) => count - 1);
    }
  };

  return {
    uploading,
    add: (files) => {
      const images = [...files].filter(({ type }) => IMAGE_TYPES.includes(type));
      const fitting = images.filter(({ size }) => size <= LARGEST);
      if (fitting.length < images.length) {
        toast({ text: t('compose.imageTooLarge'), bad: true });
      }
      const room = Math.max(0, MOST_IMAGES - media.length - uploading);
      if (fitting.length > room) {
        toast({ text: t('compose.tooManyImages', { count: MOST_IMAGES }), bad: true });
      }
      fitting.slice(0, room).forEach((file) => void upload(file));
    },
    describe: (id, description) => change((all) => all.map((it) => (it.id === id ? { ...it, description } : it))),
    move: (id, step) => change((all) => moved(all, id, step)),
    remove: (id) => change((all) => all.filter((it) => it.id !== id)),
  };
}
