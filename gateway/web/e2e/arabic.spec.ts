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
  directory: () => '/directory',
  post: ({ question }) => question.path,
  profile: ({ author }) => `/@${author.username}`,
  followers: ({ author }) => `/@${author.username}/followers`,
  search: ({ author }) => `/search?q=${author.username}`,
  notifications: () => '/notifications',
  bookmarks: () => '/bookmarks',
  lists: () => '/lists',
  settings: () => '/settings',
  'edit-profile': () => '/settings/profile',
  compose: () => '/compose',
  about: () => '/about',
};

/** Pages that the server makes, by the name of their picture. What one does there is walked through in other languages. */
const SERVER_PAGES = {
  'sign-up': '/auth/sign_up',
  'sign-in': '/auth/sign_in',
  forgotten: '/auth/password/new',
  'no-mail': '/auth/confirmation/new',
  'old-link': '/auth/password/edit?reset_password_token=old',
};

/** No text in Arabic is set as one that runs the other way. */
async function expectNothingLeftToRight(page: Page): Promise<void> {
  const leaks = await page.evaluate(() =>
    [...document.body.querySelectorAll('*')]
      .filter((it) => [...it.childNodes].some((child) => child instanceof Text && /\p{Script=Arabic}/u.test(child.data)))
      .filter((it) => getComputedStyle(it).direction === 'ltr' || getComputedStyle(it).textAlign === 'left')
      .map((it) => it.outerHTML),
  );
  expect(leaks).toEqual([]);
}

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

test("the server's pages run from right to left", async ({ page, town }) => {
  for (const [name, address] of Object.entries(SERVER_PAGES)) {
    await page.goto(address);
    await expectRightToLeft(page, `server-${name}`);
    await expectNothingLeftToRight(page);
  }
  await enter(page, town.reader);
  await page.goto('/auth/settings');
  await expectRightToLeft(page, 'server-settings');
  await expectNothingLeftToRight(page);
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
