import { createContext, useContext } from 'react';

import type { Status } from '../api/types';

/** What is about to be written: something new, an answer, or a post anew. */
export interface ComposeRequest {
  replyTo?: Status;
  edit?: Status;
  text?: string;
}

interface ComposerControl {
  open: (request: ComposeRequest) => void;
}

export const ComposerContext = createContext<ComposerControl>({ open: () => {} });

/** Opens the composer from anywhere. */
export function useComposer(): ComposerControl {
  return useContext(ComposerContext);
}
