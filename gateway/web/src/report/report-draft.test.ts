import { expect, test } from 'vitest';

import { isAnswered, type ReportDraft, stepsOf, toggled } from './report-draft';

const BLANK: ReportDraft = { reason: null, ruleIds: [], statusIds: [], comment: '' };

test('asks for rules where some were broken', () => {
  expect(stepsOf({ ...BLANK, reason: 'violation' })).toEqual(['reason', 'rules', 'posts', 'comment']);
  expect(stepsOf({ ...BLANK, reason: 'spam' })).toEqual(['reason', 'posts', 'comment']);
});

test('needs a reason, and rules where they are the reason', () => {
  expect(isAnswered('reason', BLANK)).toBe(false);
  expect(isAnswered('reason', { ...BLANK, reason: 'spam' })).toBe(true);
  expect(isAnswered('rules', { ...BLANK, reason: 'violation' })).toBe(false);
  expect(isAnswered('rules', { ...BLANK, reason: 'violation', ruleIds: ['1'] })).toBe(true);
  expect(isAnswered('posts', BLANK)).toBe(true);
});

test('puts in and takes out', () => {
  expect(toggled(['a'], 'b')).toEqual(['a', 'b']);
  expect(toggled(['a', 'b'], 'a')).toEqual(['b']);
});
