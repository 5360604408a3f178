/** What somebody is about to report. */
export interface ReportDraft {
  reason: Reason | null;
  ruleIds: string[];
  statusIds: string[];
  comment: string;
}

export const REASONS = ['spam', 'violation', 'legal', 'other'] as const;
export type Reason = (typeof REASONS)[number];

/** The reasons in words, by the keys of the texts. */
export const REASON_TEXTS = {
  spam: 'report.reasons.spam',
  violation: 'report.reasons.violation',
  legal: 'report.reasons.legal',
  other: 'report.reasons.other',
} as const satisfies Record<Reason, string>;

export const STEPS = ['reason', 'rules', 'posts', 'comment'] as const;
export type Step = (typeof STEPS)[number];

/** The steps that there are: rules are asked for where some were broken. */
export function stepsOf({ reason }: ReportDraft): Step[] {
  return STEPS.filter((step) => step !== 'rules' || reason === 'violation');
}

/** Whether one may go on from here. */
export function isAnswered(step: Step, { reason, ruleIds }: ReportDraft): boolean {
  return (step !== 'reason' || reason !== null) && (step !== 'rules' || ruleIds.length > 0);
}

/** The list with the item put in, or taken out where it was in. */
export function toggled(items: string[], item: string): string[] {
  return items.includes(item) ? items.filter((other) => other !== item) : [...items, item];
}
