import { createContext, useContext } from 'react';

import type { ScheduledStatus, Status, Visibility } from '../api/types';
import type { Draft } from './draft';

/** What is about to be written: something new, an answer, a quote, or a post anew. */
export interface ComposeRequest {
  replyTo?: Status | undefined;
  quoting?: Status | undefined;
  edit?: Status;
  /** What an edit begins with: the text as it was written. */
  source?: { text: string; spoilerText: string };
  text?: string;
  /** Who is to see it, where that is not as its author wants it usually. */
  visibility?: Visibility;
  /** What waits for its time, and is replaced by what is written. */
  waiting?: ScheduledStatus;
  /** What the server keeps, to go on with; it lies in this browser already. */
  kept?: { id: string };
  /** What was about to be sent, and is taken back. */
  draft?: Draft;
}

interface ComposerControl {
  open: (request: ComposeRequest) => void;
}

export const ComposerContext = createContext<ComposerControl>({ open: () => {} });

/** Opens the composer from anywhere. */
export function useComposer(): ComposerControl {
  return useContext(ComposerContext);
}
