import type { Page } from '@playwright/test';

import { expect } from './fixtures';
import { SCREENSHOTS, expectAccessible, expectNoSidewaysScrolling } from './screen';

const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 360, height: 740 };

/** Axe reads each width and each scheme once; the last is how the page was before. */
const LOOKS = [
  { viewport: NARROW, colorScheme: 'light', read: false },
  { viewport: NARROW, colorScheme: 'dark', read: true },
  { viewport: WIDE, colorScheme: 'dark', read: false },
  { viewport: WIDE, colorScheme: 'light', read: true },
] as const;

/** Looks at what the page shows on wide and narrow screens, in light and dark. */
export async function expectFitToBeSeen(page: Page, name: string): Promise<void> {
  await expect(page.locator('.skeleton, .follow-waiting')).toHaveCount(0);
  for (const { viewport, colorScheme, read } of LOOKS) {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme });
    const look = `${name}-${viewport.width}-${colorScheme}`;
    await expectNoSidewaysScrolling(page);
    await page.screenshot({ path: `${SCREENSHOTS}/${look}.png`, animations: 'disabled' });
    if (read) {
      await expectAccessible(page, look);
    }
  }
}
