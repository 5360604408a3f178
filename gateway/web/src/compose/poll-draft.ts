import { isBlank } from './count';

const FEWEST = 2;
const DAY = 86_400;

/** What a post will ask. */
export interface PollDraft {
  options: string[];
  /** Seconds. */
  expiresIn: number;
  multiple: boolean;
  hideTotals: boolean;
}

export function emptyPoll(): PollDraft {
  return { options: ['', ''], expiresIn: DAY, multiple: false, hideTotals: false };
}

/** Whether it can be asked: enough to choose from, and nothing twice. */
export function isComplete({ options }: PollDraft): boolean {
  const written = options.map((option) => option.trim());
  return written.length >= FEWEST && !written.some(isBlank) && new Set(written).size === written.length;
}

/** Whether anything was written that would be lost. */
export function isBegun(poll: PollDraft | null): boolean {
  return poll !== null && poll.options.some((option) => option.trim() !== '');
}

export function canRemoveOption({ options }: PollDraft): boolean {
  return options.length > FEWEST;
}
