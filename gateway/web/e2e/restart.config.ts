import { defineConfig } from '@playwright/test';

import type { WorkerOptions } from './support/fixtures';
import walks from './playwright.config';

/** The walk in which parts of the platform are restarted, which no other walk would bear beside it. */
export default defineConfig<object, WorkerOptions>({
  ...walks,
  testMatch: '*.restart.ts',
  projects: [{ name: 'restart', use: { language: 'en', locale: 'en-US' } }],
  fullyParallel: false,
  workers: 1,
  timeout: 300_000,
  globalTimeout: 15 * 60_000,
  reporter: 'list',
});
