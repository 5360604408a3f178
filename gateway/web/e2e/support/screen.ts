import { fileURLToPath } from 'node:url';

import type { Locator, Page } from '@playwright/test';
import AxeBuilder from '@axe-core/playwright';

import { expect } from './fixtures';
import type { Post } from './person';
import { aPicture } from './picture';

/** Where pictures of pages are kept, for people to look at. */
export const SCREENSHOTS = fileURLToPath(new URL('../../../target/e2e/screenshots', import.meta.url));

/** A post wherever the page shows it. */
export function shown(page: Page | Locator, post: Post): Locator {
  return page.locator(`article[data-post="${post.id}"]`);
}

/** The heading of the page. */
export function title(page: Page, name: string): Locator {
  return page.getByRole('heading', { level: 1, name, exact: true });
}

/** Presses what opens the choice of a file, and chooses a picture. */
export async function choosePicture(page: Page, opener: Locator): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await opener.click();
  await (await chooser).setFiles({ name: 'sunset.png', mimeType: 'image/png', buffer: aPicture() });
}

/** The picture has arrived and can be seen. */
export async function expectPicture(image: Locator): Promise<void> {
  await expect(image).toBeVisible();
  await expect.poll(() => image.evaluate((it) => (it as HTMLImageElement).naturalWidth)).toBeGreaterThan(0);
}

/** Nothing sticks out to the side; what does is named. */
export async function expectNoSidewaysScrolling(page: Page): Promise<void> {
  const stickingOut = () =>
    page.evaluate(() => {
      const { clientWidth, scrollWidth } = document.documentElement;
      return scrollWidth <= clientWidth
        ? []
        : [...document.body.querySelectorAll('*')]
            .filter((it) => it.getBoundingClientRect().right > clientWidth || it.getBoundingClientRect().left < 0)
            .map((it) => `${it.tagName} ${it.className}: ${it.textContent}`)
            .concat(`${scrollWidth - clientWidth} pixels`);
    });
  await expect.poll(stickingOut, 'what sticks out of the window').toEqual([]);
}

/** Axe finds nothing of any level, nor a target of less than 24 pixels. */
export async function expectAccessible(page: Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } })
    .analyze();
  const found = violations.flatMap(({ id, impact, nodes }) =>
    nodes.map((node) => `${id} (${impact}): ${node.target.join(' ')} (${node.failureSummary})`),
  );
  expect(found, `what axe finds on ${where}`).toEqual([]);
}
