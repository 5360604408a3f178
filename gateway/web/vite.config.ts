import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** Everything that the gateway answers with the help of a service. */
const SERVED_BY_THE_PLATFORM = ['/api', '/auth', '/oauth', '/media', '/avatars', '/headers', '/health'];

const VENDORS =
  /node_modules\/(react|react-dom|scheduler|react-router|@tanstack|i18next|react-i18next|masto|change-case|ts-custom-error|events-to-async)\//;

/** What everybody sees first, and what leads there. */
const FIRST = /[\\/]src[\\/](main|timeline[\\/](start|home)-page)\.tsx$/;

/** Whether the first page needs a module before it can show, rather than what one may do on it later. */
function isFirst(id: string, importersOf: (id: string) => readonly string[], seen = new Set<string>()): boolean {
  return (
    FIRST.test(id) ||
    importersOf(id).some((each) => !seen.has(each) && isFirst(each, importersOf, seen.add(each)))
  );
}

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
        // Few requests for the first page, and nothing in them that only others need.
        codeSplitting: {
          groups: [
            { name: 'vendor', test: VENDORS, priority: 2 },
            {
              name: (id, context) =>
                isFirst(id, (each) => context.getModuleInfo(each)?.importers ?? []) ? 'common' : null,
              minShareCount: 2,
              minSize: 0,
              priority: 1,
            },
            { name: 'shared', minShareCount: 4, minSize: 0 },
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
