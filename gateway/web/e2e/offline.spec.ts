import type { Page } from '@playwright/test';

import { expect, test } from './support/fixtures';
import { type Person, aWord, comesHome, enter, publish } from './support/person';
import { shown, title } from './support/screen';
import type { Texts } from './support/texts';

test.use({ serviceWorkers: 'allow' });

const SEEN = 'microblog-seen';

/** What the client has kept of the server's answers, by name. */
function keptAnswers(page: Page): Promise<string[]> {
  return page.evaluate(
    (name) =>
      new Promise<string[]>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onerror = () => reject(opening.error);
        opening.onupgradeneeded = () => opening.result.createObjectStore('answers');
        opening.onsuccess = () => {
          const keys = opening.result.transaction('answers').objectStore('answers').getAllKeys();
          keys.onsuccess = () => {
            opening.result.close();
            resolve(keys.result.map(String));
          };
        };
      }),
    SEEN,
  );
}

/** Waits until the client could do without the network. */
async function isReady(page: Page, language: string): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
  const files = () =>
    page.evaluate(async () => (await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()))).flat().map(({ url }) => url));
  await expect.poll(async () => (await files()).some((url) => url.includes(`/assets/${language}-`))).toBe(true);
  await expect.poll(() => keptAnswers(page)).toEqual(expect.arrayContaining(['["session"]', '["timeline","home"]']));
}

/** Opens the home of somebody who has written a post, and takes the network away. */
async function leaveTheNetwork(page: Page, t: Texts, person: Person, language: string) {
  const post = await publish(person, `Seen last: ${aWord()}`);
  await comesHome(person, post);
  await enter(page, person);
  await page.goto('/');
  await expect(shown(page, post)).toBeVisible();
  await isReady(page, language);
  await page.context().setOffline(true);
  await page.reload();
  await expect(page.getByText(t('offline.notice'))).toBeVisible();
  await expect(shown(page, post)).toBeVisible();
  return post;
}

function waiting(page: Page, t: Texts) {
  return page.getByRole('region', { name: t('offline.waiting') });
}

async function write(page: Page, t: Texts, words: string): Promise<void> {
  await page.getByRole('main').getByRole('button', { name: t('compose.placeholder') }).click();
  await page.getByRole('main').getByLabel(t('compose.text'), { exact: true }).fill(words);
  await page.getByRole('button', { name: t('compose.publish'), exact: true }).click();
  await expect(waiting(page, t)).toContainText(words);
}

async function textsOf(person: Person): Promise<string[]> {
  const posts = await person.api.get<{ content: string }[]>(`/api/v1/accounts/${person.id}/statuses`);
  return posts.map(({ content }) => content);
}

test('without the network, home shows what was seen last and says so', async ({ page, t, language, newcomer }) => {
  const post = await leaveTheNetwork(page, t, newcomer, language);
  await expect(shown(page, post)).toContainText(post.text);
  await expect(page.getByRole('button', { name: t('nav.account') }).first()).toContainText(newcomer.name);

  const missed = await publish(newcomer, `Missed: ${aWord()}`);
  await comesHome(newcomer, missed);
  await page.context().setOffline(false);
  await expect(page.getByText(t('offline.notice'))).toBeHidden();
  await expect(shown(page, missed)).toBeVisible();
});

test('a post that was written without the network goes out once', async ({ page, t, language, newcomer }) => {
  const post = await leaveTheNetwork(page, t, newcomer, language);
  const words = `From the tunnel: ${aWord()}`;
  await write(page, t, words);
  await page.reload();
  await expect(waiting(page, t)).toContainText(words);

  await page.context().setOffline(false);
  await expect(waiting(page, t)).toBeHidden();
  await expect(page.getByRole('article').filter({ hasText: words })).toHaveCount(1);
  await page.reload();
  await expect(shown(page, post)).toBeVisible();
  await expect(page.getByRole('article').filter({ hasText: words })).toHaveCount(1);
  expect((await textsOf(newcomer)).filter((text) => text.includes(words))).toHaveLength(1);
});

test('what waits can be taken back', async ({ page, t, language, newcomer }) => {
  const post = await leaveTheNetwork(page, t, newcomer, language);
  const star = shown(page, post).getByRole('button', { name: t('post.favourite') });
  const takeBack = waiting(page, t).getByRole('button', { name: t('offline.takeBack') });
  await star.click();
  await expect(waiting(page, t)).toContainText(newcomer.name);
  await takeBack.click();
  await expect(star).toHaveAttribute('aria-pressed', 'false');
  await expect(waiting(page, t)).toBeHidden();

  const words = `Better not: ${aWord()}`;
  await write(page, t, words);
  await takeBack.click();
  await expect(page.getByRole('dialog').getByLabel(t('compose.text'), { exact: true })).toHaveValue(words);
  await page.context().setOffline(false);
  await expect(page.getByText(t('offline.notice'))).toBeHidden();
  expect(await textsOf(newcomer)).toHaveLength(1);
});

test('a favourite that was given without the network counts later', async ({ page, t, language, newcomer }) => {
  const post = await leaveTheNetwork(page, t, newcomer, language);
  const star = shown(page, post).getByRole('button', { name: t('post.favourite') });
  await star.click();
  await expect(waiting(page, t)).toBeVisible();
  await page.reload();
  await expect(star).toHaveAttribute('aria-pressed', 'true');
  await page.context().setOffline(false);
  await expect(waiting(page, t)).toBeHidden();
  await expect(star).toHaveAttribute('aria-pressed', 'true');
  const { favourited } = await newcomer.api.get<{ favourited: boolean }>(`/api/v1/statuses/${post.id}`);
  expect(favourited).toBe(true);
});

test('a post that is refused later says why', async ({ page, t, language, newcomer }) => {
  await leaveTheNetwork(page, t, newcomer, language);
  await write(page, t, `Unwelcome: ${aWord()}`);
  const why = 'This cannot be published.';
  await page.context().route('**/api/v1/statuses', (route) => route.fulfill({ status: 422, json: { error: why } }));
  await page.context().setOffline(false);
  await expect(waiting(page, t).getByRole('alert')).toHaveText(why);
  await page.context().unroute('**/api/v1/statuses');
  await waiting(page, t).getByRole('button', { name: t('error.retry') }).click();
  await expect(waiting(page, t)).toBeHidden();
  expect(await textsOf(newcomer)).toHaveLength(2);
});

test('who has signed out leaves nothing behind', async ({ page, t, server, language, newcomer }) => {
  const post = await leaveTheNetwork(page, t, newcomer, language);
  await write(page, t, `Never sent: ${aWord()}`);
  await page.context().route('**/api/v1/statuses', (route) => route.fulfill({ status: 503, json: { error: 'Unavailable' } }));
  await page.context().setOffline(false);
  await page.goto('/auth/sign_out');
  await page.getByRole('button', { name: server('sign_out.title') }).click();
  await expect(page).toHaveURL(/signed_out/);
  expect(await keptAnswers(page)).toEqual([]);
  expect(await page.evaluate(() => caches.has('pictures'))).toBe(false);

  await page.context().setOffline(true);
  await page.goto('/');
  await expect(title(page, t('landing.title'))).toBeVisible();
  await expect(page.getByText(t('offline.notice'))).toBeVisible();
  await expect(shown(page, post)).toHaveCount(0);
  await expect(page.getByText(newcomer.name)).toHaveCount(0);
  await expect(waiting(page, t)).toHaveCount(0);
});

test('a session that has ended elsewhere leaves nothing behind', async ({ page, t, language, newcomer }) => {
  const post = await leaveTheNetwork(page, t, newcomer, language);
  await page.context().clearCookies();
  await page.context().setOffline(false);
  await expect(page.getByRole('dialog', { name: t('session.endedTitle') })).toBeVisible();
  await expect.poll(() => keptAnswers(page)).toEqual([]);
  await page.context().setOffline(true);
  await page.reload();
  await expect(title(page, t('landing.title'))).toBeVisible();
  await expect(shown(page, post)).toHaveCount(0);
});

test('the client can be installed', async ({ page, town }) => {
  await enter(page, town.reader);
  await page.goto('/');
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
  const devTools = await page.context().newCDPSession(page);
  const { errors } = await devTools.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  const { installabilityErrors } = await devTools.send('Page.getInstallabilityErrors');
  // Each walk has a window of its own that forgets, in which no browser installs anything.
  expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
});

test('a new version is offered, and is there after a click', async ({ page, t, town }) => {
  await enter(page, town.reader);
  await page.goto('/');
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
  // Another address makes another worker, as other content would.
  await page.evaluate(() => navigator.serviceWorker.register('/sw.js?next').then(() => {}));
  await expect(page.getByText(t('offline.newVersion'))).toBeVisible();
  const reloaded = page.waitForEvent('load');
  await page.getByRole('button', { name: t('offline.reload') }).click();
  await reloaded;
  await expect(shown(page, town.plain)).toBeVisible();
  expect(await page.evaluate(() => navigator.serviceWorker.controller?.scriptURL)).toContain('next');
});
