import { useMemo } from 'react';

import { RichText } from '../status/rich-text';
import { previewOf } from './markdown';

/** How the post will look. */
export function Preview({ text }: { text: string }) {
  const html = useMemo(() => previewOf(text), [text]);
  return <RichText html={html} />;
}
