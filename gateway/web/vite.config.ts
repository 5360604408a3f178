import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** Everything that the gateway answers with the help of a service. */
const SERVED_BY_THE_PLATFORM = ['/api', '/auth', '/oauth', '/media', '/avatars', '/headers', '/health'];

const VENDORS =
  /node_modules\/(react|react-dom|scheduler|react-router|@tanstack|i18next|react-i18next|masto|change-case|ts-custom-error|events-to-async)\//;

const platform = process.env['MICROBLOG_BASE_URL'] ?? 'http://localhost:8080';

export default defineConfig({
  plugins: [react()],
  build: {
    outDir: '../target/classes/static',
    emptyOutDir: true,
    manifest: true,
    target: 'es2023',
    // The content security policy allows no fonts and styles from data addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // Few requests for the first page: what every page needs comes in two files.
        codeSplitting: {
          groups: [
            { name: 'vendor', test: VENDORS, priority: 2 },
            { name: 'common', minShareCount: 4, minSize: 0, priority: 1 },
          ],
        },
      },
    },
  },
  css: {
    preprocessorOptions: {
      // Bootstrap 5 is written with the module system that Sass is about to leave.
      scss: { quietDeps: true, silenceDeprecations: ['import', 'global-builtin', 'color-functions', 'if-function'] },
    },
  },
  server: {
    // The platform takes writes only from pages of its own origin.
    proxy: Object.fromEntries(
      SERVED_BY_THE_PLATFORM.map((path) => [path, { target: platform, headers: { origin: platform }, ws: true }]),
    ),
  },
  test: { include: ['src/**/*.test.ts', 'scripts/**/*.test.ts'] },
});
