import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { build } from 'vite';

/** Files of the shell whose names stay when their content changes, each with the address at which it is served. */
const LASTING: Record<string, string> = { '/': 'index.html', '/appearance.js': 'appearance.js', '/icon.svg': 'icon.svg' };

interface Entry {
  url: string;
  revision: string | null;
}

function lasting(folder: string): Entry[] {
  return Object.entries(LASTING).map(([url, file]) => ({
    url,
    revision: createHash('sha256').update(readFileSync(join(folder, file))).digest('hex'),
  }));
}

/** Builds the service worker into a folder, which holds these files ready for a start without a network. */
export async function buildServiceWorker(folder: string, files: Iterable<string>): Promise<void> {
  const shell: Entry[] = [...lasting(folder), ...[...files].map((file) => ({ url: `/${file}`, revision: null }))];
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    define: { SHELL: JSON.stringify(shell) },
    build: {
      outDir: folder,
      emptyOutDir: false,
      target: 'es2023',
      modulePreload: false,
      rolldownOptions: { input: 'sw/sw.ts', output: { format: 'iife', entryFileNames: 'sw.js' } },
    },
  });
}
