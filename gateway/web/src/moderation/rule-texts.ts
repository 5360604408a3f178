import type { RuleAction, RuleCondition } from './rules-api';

export const ACTION_TEXTS = {
  refuse: 'automatic.actions.refuse',
  hold: 'automatic.actions.hold',
  limit: 'automatic.actions.limit',
  report: 'automatic.actions.report',
} as const satisfies Record<RuleAction, string>;

export const TYPE_TEXTS = {
  words: 'automatic.types.words',
  expression: 'automatic.types.expression',
  links: 'automatic.types.links',
  language: 'automatic.types.language',
  account_age: 'automatic.types.accountAge',
  strangers: 'automatic.types.strangers',
  rate: 'automatic.types.rate',
  duplicates: 'automatic.types.duplicates',
} as const satisfies Record<RuleCondition['type'], string>;
