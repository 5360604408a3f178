import type { Browser, Page } from '@playwright/test';

import { expect, test } from './support/fixtures';
import { AT_ONCE, listensAt } from './support/listens';
import { restart } from './support/operator';
import { type Person, aWord, enter, follow } from './support/person';
import { expectNoSidewaysScrolling } from './support/screen';
import type { Texts } from './support/texts';

/** As long as a browser waits at most before it tries again, and some more for the server to come back. */
const AFTER_A_RESTART = 90_000;

const LOOKS = [
  { colorScheme: 'dark', viewport: { width: 360, height: 740 } },
  { colorScheme: 'light', viewport: { width: 1280, height: 900 } },
] as const;

type Look = (typeof LOOKS)[number];

/** A browser of its own, at somebody's home. */
async function atHome(browser: Browser, look: Look, person: Person, locale: string | undefined): Promise<Page> {
  const context = await browser.newContext({ ...look, ...(locale !== undefined && { locale }), serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.addInitScript(() => localStorage.setItem('microblog.undoSend', 'off'));
  await enter(page, person);
  await listensAt(page, '/');
  return page;
}

/** Writes a post by the keyboard and sends it. */
async function write(page: Page, t: Texts, text: string): Promise<void> {
  await page.keyboard.press('n');
  const dialog = page.getByRole('dialog', { name: t('compose.new') });
  await dialog.getByLabel(t('compose.text'), { exact: true }).fill(text);
  await dialog.getByRole('button', { name: t('compose.publish'), exact: true }).click();
  await expect(dialog).toBeHidden();
}

function post(page: Page, text: string) {
  return page.locator('article[data-post]').filter({ hasText: text });
}

/** What is new is offered, and shows when it is wanted. */
async function seesNew(page: Page, t: Texts, text: string, timeout = AT_ONCE): Promise<void> {
  await page.getByRole('button', { name: t('timeline.fresh', { count: 1 }) }).click({ timeout });
  await expect(post(page, text)).toBeVisible();
}

/** Opens the menu of a post and presses an entry. */
async function choose(page: Page, t: Texts, text: string, entry: string): Promise<void> {
  await post(page, text).getByRole('button', { name: t('post.moreActions'), exact: true }).click();
  await page.getByRole('button', { name: entry, exact: true }).click();
}

for (const look of LOOKS) {
  test(`two browsers side by side, ${look.colorScheme}, ${look.viewport.width} pixels wide`, async ({
    browser,
    locale,
    t,
    newcomer,
    arrival,
  }) => {
    const author = await arrival();
    await follow(newcomer, author);
    const mine = await atHome(browser, look, author, locale);
    const theirs = await atHome(browser, look, newcomer, locale);
    // An empty home begins by itself with what comes first; afterwards, news are offered.
    const first = `First ${aWord()}`;
    await write(mine, t, first);
    await expect(post(theirs, first)).toBeVisible({ timeout: AT_ONCE });

    const second = `Second ${aWord()}`;
    await write(mine, t, second);
    await seesNew(theirs, t, second);
    await expectNoSidewaysScrolling(theirs);

    const edited = `Edited ${aWord()}`;
    await choose(mine, t, second, t('post.edit'));
    const editor = mine.getByRole('dialog', { name: t('compose.editTitle') });
    await editor.getByLabel(t('compose.text'), { exact: true }).fill(edited);
    await editor.getByRole('button', { name: t('compose.save') }).click();
    await expect(post(theirs, edited)).toBeVisible({ timeout: AT_ONCE });
    await expect(post(theirs, second)).toHaveCount(0);

    await post(theirs, edited).getByRole('button', { name: t('post.favourite') }).first().click();
    // The other one is that somebody follows.
    await expect(mine).toHaveTitle(/^\(2\) /, { timeout: AT_ONCE });

    await post(mine, edited).getByRole('link').filter({ has: mine.locator('time') }).click();
    await expect(mine.locator('.post-whole')).toContainText(edited);
    await post(theirs, edited).getByRole('button', { name: t('post.replyAction') }).click();
    const answering = theirs.getByRole('dialog', { name: t('compose.replyTitle') });
    const answer = `Answer ${aWord()}`;
    await answering.getByLabel(t('compose.text'), { exact: true }).pressSequentially(answer);
    await answering.getByRole('button', { name: t('compose.publish'), exact: true }).click();
    await expect(mine.getByRole('region', { name: t('post.replies') }).getByText(answer)).toBeVisible({ timeout: AT_ONCE });
    await expectNoSidewaysScrolling(mine);

    for (const part of ['notification-service', 'gateway']) {
      restart(part);
      const after = `After ${part} ${aWord()}`;
      await write(mine, t, after);
      await seesNew(theirs, t, after, AFTER_A_RESTART);
    }

    await choose(mine, t, edited, t('post.delete'));
    await expect(post(theirs, edited)).toHaveCount(0, { timeout: 2 * AT_ONCE });
    await Promise.all([mine, theirs].map((page) => page.context().close()));
  });
}
