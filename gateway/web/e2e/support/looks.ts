import type { Page } from '@playwright/test';

import { expect } from './fixtures';
import { SCREENSHOTS, expectAccessible, expectNoSidewaysScrolling } from './screen';

const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 360, height: 740 };

/** Each width and each scheme is in either half; the last is how the page was before. */
const LOOKS = [
  { viewport: NARROW, colorScheme: 'light', half: 'second' },
  { viewport: NARROW, colorScheme: 'dark', half: 'first' },
  { viewport: WIDE, colorScheme: 'dark', half: 'second' },
  { viewport: WIDE, colorScheme: 'light', half: 'first' },
] as const;

/**
 * Looks at what the page shows on wide and narrow screens, in light and dark. Axe reads all of it, or one half where
 * another walk to the same page reads the other.
 */
export async function expectFitToBeSeen(page: Page, name: string, read?: 'first' | 'second'): Promise<void> {
  await expect(page.locator('.skeleton, .follow-waiting')).toHaveCount(0);
  for (const { viewport, colorScheme, half } of LOOKS) {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme });
    const look = `${name}-${viewport.width}-${colorScheme}`;
    await expectNoSidewaysScrolling(page);
    await page.screenshot({ path: `${SCREENSHOTS}/${look}.png`, animations: 'disabled' });
    if (read === undefined || read === half) {
      await expectAccessible(page, look);
    }
  }
}
