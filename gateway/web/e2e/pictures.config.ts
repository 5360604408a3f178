import { defineConfig } from '@playwright/test';

import walks from './playwright.config';

/** Takes the README's pictures from a platform that `./microblog demo` has filled. */
export default defineConfig({
  ...walks,
  testMatch: '*.pictures.ts',
  projects: [{ name: 'pictures' }],
  retries: 0,
  reporter: 'list',
});
