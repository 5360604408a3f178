import type { Rule } from '../api/types';

/** What a rule says in this language, or as it was written. */
export function ruleIn(rule: Rule, language: string): { text: string; hint: string } {
  return rule.translations[language] ?? rule;
}
