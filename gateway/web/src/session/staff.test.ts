import { expect, test } from 'vitest';

import type { CredentialAccount } from '../api/types';
import { actsOnPeople, announces, handlesReports } from './staff';

function withPermissions(permissions: string): CredentialAccount {
  return { role: { permissions } } as unknown as CredentialAccount;
}

test('a role lets its holder do what its flags say', () => {
  expect(handlesReports(withPermissions('16'))).toBe(true);
  expect(actsOnPeople(withPermissions('16'))).toBe(false);
  expect(actsOnPeople(withPermissions('1040'))).toBe(true);
  expect(handlesReports(withPermissions('0'))).toBe(false);
  expect(announces(withPermissions('8192'))).toBe(true);
  expect(announces(withPermissions('16'))).toBe(false);
});

test('an administrator may do everything', () => {
  expect(handlesReports(withPermissions('1'))).toBe(true);
  expect(actsOnPeople(withPermissions('1'))).toBe(true);
});
