import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

import { expect, test } from './support/fixtures';
import { enter } from './support/person';
import { SCREENSHOTS, expectNoSidewaysScrolling, shown } from './support/screen';
import type { Town } from './support/town';

const SIZES = [
  { width: 360, height: 740 },
  { width: 1280, height: 900 },
];

/** The main pages, by the name of their picture. */
const PAGES: Record<string, (town: Town) => string> = {
  home: () => '/',
  explore: () => '/explore',
  post: ({ question }) => question.path,
  profile: ({ author }) => `/@${author.username}`,
  followers: ({ author }) => `/@${author.username}/followers`,
  search: ({ author }) => `/search?q=${author.username}`,
  notifications: () => '/notifications',
  bookmarks: () => '/bookmarks',
  settings: () => '/settings',
  'edit-profile': () => '/settings/profile',
  compose: () => '/compose',
  about: () => '/about',
};

async function expectRightToLeft(page: Page, name: string): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(page.locator('html')).toHaveAttribute('lang', 'ar');
  await expect(page.locator('main h1').first()).toBeAttached();
  await expect(page.locator('.skeleton, .follow-waiting')).toHaveCount(0);
  for (const size of SIZES) {
    await page.setViewportSize(size);
    await expectNoSidewaysScrolling(page);
    await page.screenshot({ path: `${SCREENSHOTS}/arabic-${name}-${size.width}.png`, animations: 'disabled' });
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual([]);
  }
}

for (const [name, address] of Object.entries(PAGES)) {
  test(`${name} runs from right to left`, async ({ page, town }) => {
    await enter(page, town.reader);
    await page.goto(address(town));
    await expectRightToLeft(page, name);
  });
}

test('the first page of a stranger runs from right to left', async ({ page, t, town }) => {
  await page.goto('/');
  await expect(page.getByRole('link', { name: t('session.signIn') }).first()).toBeVisible();
  await expectRightToLeft(page, 'landing');
  await page.goto(town.plain.path);
  await expect(shown(page, town.plain)).toBeVisible();
});

test('whoever reads Arabic can choose English', async ({ page, t, town }) => {
  await enter(page, town.reader);
  await page.goto('/settings');
  await page.getByLabel(t('settings.language')).selectOption('en');
  await expect(page.locator('html')).toHaveAttribute('dir', 'ltr');
});

test('a handle has its sign before it', async ({ page, town }) => {
  await page.goto(`/@${town.author.username}`);
  const handle = page.locator('.profile-handle bdi');
  await expect(handle).toHaveText(`@${town.author.username}`);
  const signFromTheLeft = await handle.evaluate((it) => {
    const sign = document.createRange();
    sign.selectNode(it.firstChild as Node);
    return sign.getBoundingClientRect().left - it.getBoundingClientRect().left;
  });
  expect(signFromTheLeft).toBeLessThan(1);
});
