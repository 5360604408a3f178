import type { Page } from '@playwright/test';

/** Sooner than anything is asked for by itself, in milliseconds. */
export const AT_ONCE = 10_000;

/** Opens a page and waits until it listens to what happens. */
export async function listensAt(page: Page, path: string): Promise<void> {
  const socket = page.waitForEvent('websocket', (it) => it.url().endsWith('/api/v1/streaming'));
  await page.goto(path);
  await (await socket).waitForEvent('framesent', (frame) => String(frame.payload).includes('"user"'));
}
