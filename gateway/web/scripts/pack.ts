/** After the build: adds the service worker, compresses what is worth it, and holds the first load to its budget. */
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

import { buildServiceWorker } from './service-worker.ts';

interface Chunk {
  file: string;
  imports?: string[];
  css?: string[];
}

const OUT = '../target/classes/static';
const BUDGET = 200_000;
const WORTH_COMPRESSING = /\.(js|css|svg|html|webmanifest)$/;

/** What everybody loads before the first page shows: the entry, the page itself, the texts in one language. */
const PAGES = ['index.html', 'src/timeline/start-page.tsx', 'src/timeline/home-page.tsx'];
/** What else there is without a network: the way to write, and the first page of who has signed out. */
const ALSO_OFFLINE = ['src/compose/composer.tsx', 'src/compose/composer-dialog.tsx', 'src/landing/landing-page.tsx'];
const FIRST_LOAD = [...PAGES, 'src/i18n/en.json'];

function compress(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      compress(path);
    } else if (WORTH_COMPRESSING.test(path)) {
      const content = readFileSync(path);
      const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
      writeFileSync(`${path}.br`, brotliCompressSync(content, { params }));
      writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }));
    }
  }
}

function withImports(manifest: Record<string, Chunk>, keys: string[], found = new Set<string>()): Set<string> {
  for (const key of keys) {
    const chunk = manifest[key];
    if (chunk === undefined) {
      throw new Error(`The build made no chunk of ${key}`);
    }
    if (!found.has(chunk.file)) {
      found.add(chunk.file);
      withImports(manifest, chunk.imports ?? [], found);
    }
  }
  return found;
}

/** What the client needs to open without a network, but for its texts, of which one language is kept as it is read. */
function shellOf(manifest: Record<string, Chunk>): Set<string> {
  const scripts = withImports(manifest, [...PAGES, ...ALSO_OFFLINE]);
  const styles = Object.values(manifest).flatMap(({ file, css = [] }) => (scripts.has(file) ? css : []));
  return new Set([...scripts, ...styles]);
}

function size(files: Set<string>, extension: string): number {
  return [...files].reduce((sum, file) => sum + readFileSync(join(OUT, file + extension)).length, 0);
}

const manifest = JSON.parse(readFileSync(join(OUT, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>;
rmSync(join(OUT, '.vite'), { recursive: true });
await buildServiceWorker(OUT, shellOf(manifest));
compress(OUT);

const files = withImports(manifest, FIRST_LOAD);
const gzip = size(files, '.gz');
console.log(
  `First load: ${(gzip / 1000).toFixed(1)} kB of JavaScript with gzip, ` +
    `${(size(files, '.br') / 1000).toFixed(1)} kB with Brotli (at most ${BUDGET / 1000} kB)`,
);
if (gzip > BUDGET) {
  console.error('The first load is too large: load something later, or do without it.');
  process.exit(1);
}
