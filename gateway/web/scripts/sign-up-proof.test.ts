import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';

import { expect, test } from 'vitest';

const SOURCE = readFileSync(
  new URL('../../../user-service/src/main/resources/static/auth/assets/proof-worker.js', import.meta.url),
  'utf8',
);

interface Scope {
  postMessage: (number: string) => void;
  onmessage?: (event: { data: { challenge: string; zeros: number } }) => void;
}

/** What the worker of the sign-up page says when it is given a challenge. */
function solve(challenge: string, zeros: number): string[] {
  const numbers: string[] = [];
  const scope: Scope = { postMessage: (number) => numbers.push(number) };
  createContext(scope);
  runInContext(SOURCE, scope);
  scope.onmessage?.({ data: { challenge, zeros } });
  return numbers;
}

test('finds numbers for which SHA-256 begins with zeros, and the first of them', () => {
  const challenge = 'Zq3_-x9'.repeat(11).slice(0, 76);
  const numbers = solve(challenge, 8);

  expect(numbers).toHaveLength(16);
  numbers.forEach((number, task) => {
    const first = (at: number) =>
      createHash('sha256').update(`${challenge}.${task.toString(16)}${at.toString(16).padStart(8, '0')}`).digest()[0];
    const found = parseInt(number, 16);
    expect(number).toMatch(/^[0-9a-f]{8}$/);
    expect(first(found)).toBe(0);
    expect(Array.from({ length: found }, (_, at) => first(at))).not.toContain(0);
  });
});

test('demands as many zeros as the challenge', () => {
  const challenge = 'a'.repeat(76);

  solve(challenge, 12).forEach((number, task) => {
    const hash = createHash('sha256').update(`${challenge}.${task.toString(16)}${number}`).digest('hex');
    expect(hash).toMatch(/^000/);
  });
});
