import type { Page } from '@playwright/test';

import { expect } from './fixtures';
import { SCREENSHOTS, expectAccessible, expectNoSidewaysScrolling } from './screen';

const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 360, height: 740 };

/** The last is how the page was before. */
const LOOKS = [
  { viewport: NARROW, colorScheme: 'light' },
  { viewport: NARROW, colorScheme: 'dark' },
  { viewport: WIDE, colorScheme: 'dark' },
  { viewport: WIDE, colorScheme: 'light' },
] as const;

/** Looks at what the page shows on wide and narrow screens, in light and dark. */
export async function expectFitToBeSeen(page: Page, name: string): Promise<void> {
  await expect(page.locator('.skeleton, .follow-waiting')).toHaveCount(0);
  for (const { viewport, colorScheme } of LOOKS) {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme });
    const look = `${name}-${viewport.width}-${colorScheme}`;
    await expectNoSidewaysScrolling(page);
    await page.screenshot({ path: `${SCREENSHOTS}/${look}.png`, animations: 'disabled' });
    await expectAccessible(page, look);
  }
}
