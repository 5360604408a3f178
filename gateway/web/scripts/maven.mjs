// Run by Maven with the machine's own Node: installs and builds, each only when its input has changed.
// `maven.mjs build`, `maven.mjs test`, and `maven.mjs e2e` or `restart` with options of Playwright against a running platform;
// `maven.mjs install` does the first half alone, in any folder.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const INSTALLED = 'node_modules/.installed';
const BUILT = '../target/classes/static/index.html';
const OUTSIDE = new Set(['node_modules', 'e2e']);

function npm(...args) {
  const { status } = spawnSync('npm', args, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) {
    process.exit(status ?? 1);
  }
}

function installOnce() {
  const wanted = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
  if (!existsSync(INSTALLED) || readFileSync(INSTALLED, 'utf8') !== wanted) {
    npm('ci', '--no-fund', '--no-audit');
    writeFileSync(INSTALLED, wanted);
  }
}

function newestIn(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !OUTSIDE.has(entry.name))
    .map((entry) => join(folder, entry.name))
    .map((path) => (statSync(path).isDirectory() ? newestIn(path) : statSync(path).mtimeMs))
    .reduce((newest, time) => Math.max(newest, time), 0);
}

const task = process.argv[2];
installOnce();
if (task === 'test') {
  npm('test', '--silent');
} else if (task === 'e2e' || task === 'restart') {
  npm('run', task, '--silent', '--', ...process.argv.slice(3));
} else if (task === 'build' && (!existsSync(BUILT) || statSync(BUILT).mtimeMs < newestIn('.'))) {
  npm('run', 'build', '--silent');
}
