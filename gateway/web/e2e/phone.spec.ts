import type { Page } from '@playwright/test';

import { chromium } from './support/chromium';
import { eventually } from './support/eventually';
import { expect, test } from './support/fixtures';
import { enter, follow, publish } from './support/person';
import { PLATFORM } from './support/platform';
import { expectNoSidewaysScrolling, shown, title } from './support/screen';

const PHONE = { width: 360, height: 740 };
const SMALLEST = { width: 320, height: 640 };
const LONGEST_NAME = 30;
const SLOWLY = 200;
const STEADY = 0.01;

test.use({ viewport: PHONE });

/** Sums up how far things move without being asked to, as browsers measure it. */
async function watchShifts(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const sum = { shifts: 0 };
    Object.assign(window, sum);
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) {
        (window as unknown as typeof sum).shifts += entry.value;
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return () => page.evaluate(() => (window as unknown as { shifts: number }).shifts);
}

test('who is not signed in gets around on a phone', async ({ page, t }) => {
  await page.goto('/');
  const tabs = page.getByRole('navigation', { name: t('nav.main') });
  for (const place of ['nav.explore', 'nav.search', 'nav.settings']) {
    await tabs.getByRole('link', { name: t(place) }).click();
    await expect(title(page, t(place))).toBeVisible();
  }
  await expect(page.getByLabel(t('settings.language'))).toBeVisible();
  await tabs.getByRole('link', { name: t('nav.welcome') }).click();
  await expect(title(page, t('landing.title'))).toBeVisible();
});

test('every tab fits a phone', async ({ page, t, town }) => {
  await enter(page, town.reader);
  for (const [path, label] of [
    ['/notifications', 'notifications.filters'],
    [`/@${town.author.username}`, 'profile.views'],
    ['/search?q=bread', 'search.views'],
  ] as const) {
    await page.goto(path);
    const tabs = page.getByRole('navigation', { name: t(label) });
    await expect(tabs).toBeVisible();
    await expect.poll(() => tabs.evaluate((it) => it.scrollWidth - it.clientWidth), path).toBe(0);
  }
});

test('a profile stands still while its parts arrive', async ({ page, town, newcomer }) => {
  await follow(newcomer, town.reader);
  await enter(page, newcomer);
  for (const part of ['relationships', 'familiar_followers', 'pinned=true']) {
    await page.route(`**/*${part}*`, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, SLOWLY));
      await route.continue();
    });
  }
  const shifts = await watchShifts(page);
  await page.goto(`/@${town.author.username}`);
  await expect(shown(page, town.plain)).toBeVisible();
  await expect(page.locator('.familiar')).toBeVisible();
  expect(await shifts()).toBeLessThanOrEqual(STEADY);
});

test('a profile fits the smallest phone', async ({ page, t, town }) => {
  await page.setViewportSize(SMALLEST);
  await enter(page, town.reader);
  await page.goto(`/@${town.author.username}`);
  await expect(page.getByRole('button', { name: t('relation.notify', { name: town.author.name }) })).toBeVisible();
  await expectNoSidewaysScrolling(page);
});

test('a name of one long word fits the smallest phone', async ({ page, town, newcomer }) => {
  await newcomer.api.patch('/api/v1/accounts/update_credentials', { display_name: 'W'.repeat(LONGEST_NAME) });
  await follow(newcomer, town.neighbour);
  const reply = await publish(newcomer, `@${town.neighbour.username} Well said`, { in_reply_to_id: town.reply.id });
  await eventually('both notifications', async () => {
    const notifications = await town.neighbour.api.get<{ account: { id: string } }[]>('/api/v1/notifications');
    return notifications.filter(({ account }) => account.id === newcomer.id).length === 2;
  });
  await page.setViewportSize(SMALLEST);
  await enter(page, town.neighbour);
  for (const path of ['/notifications', `/@${newcomer.username}`, reply.path]) {
    await page.goto(path);
    await expect(page.getByRole('main').getByText('W'.repeat(LONGEST_NAME)).first()).toBeVisible();
    await expectNoSidewaysScrolling(page);
  }
});

test('a dialog darkens the whole window and moves nothing', async ({ playwright, locale, t, town }) => {
  // Only a browser with scroll bars can show what was wrong.
  const browser = await playwright.chromium.launch({ ...(await chromium()), ignoreDefaultArgs: ['--hide-scrollbars'] });
  const page = await browser.newPage({ baseURL: PLATFORM, viewport: { width: 1280, height: 600 }, ...(locale && { locale }) });
  await enter(page, town.reader);
  await page.goto('/');
  await expect(shown(page, town.plain)).toBeVisible();
  const place = () => title(page, t('nav.home')).evaluate((it) => it.getBoundingClientRect().left);
  const before = await place();
  await page.getByRole('button', { name: t('compose.new'), exact: true }).first().click();
  await expect(page.getByRole('dialog')).toBeVisible();
  const uncovered = () =>
    page.evaluate(() => window.innerWidth - (document.querySelector('.modal-backdrop')?.getBoundingClientRect().width ?? 0));
  expect(await uncovered()).toBe(0);
  expect(await page.locator('.page-title h1').evaluate((it) => it.getBoundingClientRect().left)).toBe(before);
  await browser.close();
});
