import { type ClipboardEvent, type DragEvent, useState } from 'react';

/** Takes images that are dropped or pasted, where they are welcome. */
export function useImageDrop(welcome: boolean, add: (files: Iterable<File>) => void) {
  const [dragged, setDragged] = useState(false);
  return {
    dragged,
    dropProps: {
      onDrop: (event: DragEvent) => {
        event.preventDefault();
        setDragged(false);
        if (welcome) {
          add(event.dataTransfer.files);
        }
      },
      onDragOver: (event: DragEvent) => {
        event.preventDefault();
        setDragged(welcome);
      },
      onDragLeave: () => setDragged(false),
    },
    onPaste: (event: ClipboardEvent) => {
      if (welcome && event.clipboardData.files.length > 0) {
        event.preventDefault();
        add(event.clipboardData.files);
      }
    },
  };
}
