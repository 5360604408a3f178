import { defineConfig } from '@playwright/test';

import { chromium } from './support/chromium';
import type { WorkerOptions } from './support/fixtures';
import { PLATFORM } from './support/platform';
import { ARABIC, LANGUAGES } from './support/texts';

/**
 * Walks whose steps are the same in any language are done in one: those that look at pages of their own in the one with
 * the longer texts.
 */
const IN_ONE: Record<string, readonly string[]> = {
  en: [
    'account',
    'animations',
    'cards',
    'compose',
    'errors',
    'keyboard',
    'links',
    'lists',
    'newcomer',
    'offline',
    'profile',
    'session-ended',
    'settings',
    'timelines',
  ],
  es: ['drafts', 'filters', 'mails', 'notifications', 'phone', 'polls', 'post', 'push', 'quotes', 'relations', 'scheduled', 'search', 'streaming', 'tags'],
};

/** The files that another language than this one walks through. */
function elsewhere(language: string): string[] {
  return Object.entries(IN_ONE)
    .filter(([each]) => each !== language)
    .flatMap(([, walks]) => walks.map((walk) => `${walk}.spec.ts`));
}

/** Each test has a browser context of its own. */
export default defineConfig<object, WorkerOptions>({
  testDir: '.',
  outputDir: '../../target/e2e/traces',
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  // What fails once and then passes is reported as flaky, with a trace of the second run.
  retries: 1,
  timeout: 150_000,
  globalTimeout: 45 * 60_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['html', { open: 'never', outputFolder: '../../target/e2e/report' }]],
  use: {
    baseURL: PLATFORM,
    launchOptions: await chromium(),
    contextOptions: { reducedMotion: 'reduce' },
    // Every walk but that without a network meets the server itself.
    serviceWorkers: 'block',
    viewport: { width: 1280, height: 900 },
    trace: 'on-first-retry',
  },
  projects: [
    ...LANGUAGES.map(({ language, locale, name }) => ({
      name,
      use: { language, locale },
      testIgnore: [...elsewhere(language), 'arabic.spec.ts'],
    })),
    { name: ARABIC.name, use: ARABIC, testMatch: 'arabic.spec.ts' },
  ],
});
