import type { Page } from '@playwright/test';

import { eventually } from './support/eventually';
import { expect, test } from './support/fixtures';
import { linkMailedTo } from './support/mailbox';
import { PASSWORD, addressOf, agreeToRules, aWord } from './support/person';
import { choosePicture, expectNoSidewaysScrolling, expectPicture, shown, title } from './support/screen';

const SCREENS = [
  { device: 'a phone', width: 360, height: 740 },
  { device: 'a desk', width: 1280, height: 900 },
];
const NEW_PASSWORD = 'a wholly different battery';
const FORGOTTEN_LATER = 240_000;

/** Follows a link from a mail, which names the platform by the address that it knows of itself. */
async function followMailed(page: Page, link: string): Promise<void> {
  const { pathname, search } = new URL(link);
  await page.goto(pathname + search);
}

for (const { device, ...viewport } of SCREENS) {
  test(`a newcomer finds the way on ${device}, from the welcome to a new password`, async ({ page, t, server, town }) => {
    test.setTimeout(FORGOTTEN_LATER);
    await page.setViewportSize(viewport);
    const { author, reader } = town;
    const username = `nora_${aWord()}`;
    const navigation = page.getByRole('navigation', { name: t('nav.main') });

    const signIn = async (password: string): Promise<void> => {
      await page.getByLabel(server('sign_in.name')).fill(username);
      await page.getByLabel(server('password'), { exact: true }).fill(password);
      await page.getByRole('button', { name: server('sign_in.submit') }).click();
      await expect(title(page, t('nav.home'))).toBeVisible();
    };

    await test.step('landing', async () => {
      await page.goto('/');
      await expect(title(page, t('landing.title'))).toBeVisible();
      await page.getByRole('main').getByRole('link', { name: t('session.signUp') }).click();
    });

    await test.step('sign-up', async () => {
      await page.getByLabel(server('username'), { exact: true }).fill(username);
      await page.getByLabel(server('email'), { exact: true }).fill(addressOf(username));
      await page.getByLabel(server('password'), { exact: true }).fill(PASSWORD);
      await agreeToRules(page, server);
      await page.getByRole('button', { name: server('sign_up.submit') }).click();
      await expect(title(page, server('sent.title'))).toBeVisible();
    });

    await test.step('mail', async () => {
      await followMailed(page, await linkMailedTo(addressOf(username), '/auth/confirmation'));
      await page.getByRole('button', { name: server('confirm.submit') }).click();
      await expect(title(page, server('confirmed.title'))).toBeVisible();
      await page.getByRole('link', { name: server('sign_in.title') }).click();
      await signIn(PASSWORD);
    });

    await test.step('first follow', async () => {
      await expect(page.getByRole('heading', { name: t('timeline.homeEmptyTitle') })).toBeVisible();
      await navigation.getByRole('link', { name: t('nav.search') }).click();
      const field = page.getByRole('main').getByRole('combobox', { name: t('search.label'), exact: true });
      await field.fill(author.name);
      await field.press('Enter');
      const results = page.getByRole('region', { name: t('search.results') });
      const follow = results.getByRole('button', { name: `${t('profile.follow')} ${author.name}`, exact: true });
      await follow.click();
      await navigation.getByRole('link', { name: t('nav.home') }).click();
      await expect(shown(page, town.plain)).toBeVisible();
      await expectNoSidewaysScrolling(page);
    });

    const word = aWord();
    const mine = page.getByRole('article').filter({ hasText: word });

    await test.step('first post with a picture', async () => {
      await page.getByRole('button', { name: t('compose.new') }).click();
      const dialog = page.getByRole('dialog', { name: t('compose.new') });
      await dialog.getByLabel(t('compose.text'), { exact: true }).fill(`Hello, this is ${word}`);
      await choosePicture(page, dialog.getByRole('button', { name: t('compose.addImages') }));
      await dialog.getByLabel(t('compose.describe', { position: 1 })).fill('Evening');
      await dialog.getByRole('button', { name: t('compose.publish'), exact: true }).click();
      await expect(page.getByText(t('compose.published'))).toBeVisible();
      await expectPicture(mine.getByAltText('Evening'));
    });

    await test.step('edit', async () => {
      await mine.getByRole('button', { name: t('post.moreActions'), exact: true }).click();
      await page.getByRole('button', { name: t('post.edit'), exact: true }).click();
      const dialog = page.getByRole('dialog', { name: t('compose.editTitle') });
      await dialog.getByLabel(t('compose.text'), { exact: true }).fill(`Hello, **here** is ${word}`);
      await dialog.getByRole('button', { name: t('compose.save') }).click();
      await expect(mine.locator('strong')).toHaveText('here');
    });

    await test.step('search', async () => {
      await eventually('the post in the index', async () => {
        const { statuses } = await reader.api.get<{ statuses: unknown[] }>(`/api/v2/search?type=statuses&q=${word}`);
        return statuses.length > 0;
      });
      await navigation.getByRole('link', { name: t('nav.search') }).click();
      await page.getByRole('main').getByRole('combobox', { name: t('search.label'), exact: true }).fill(word);
      await expect(mine).toBeVisible();
    });

    await test.step('settings', async () => {
      await page.getByRole('button', { name: t('nav.account') }).click();
      await page.getByRole('link', { name: t('nav.settings') }).last().click();
      await page.getByLabel(t('settings.dark')).check();
      await expect(page.locator('html')).toHaveAttribute('data-bs-theme', 'dark');
      await expectNoSidewaysScrolling(page);
    });

    await test.step('sign-out', async () => {
      await page.getByRole('main').getByRole('link', { name: t('session.signOut') }).click();
      await page.getByRole('button', { name: server('sign_out.title') }).click();
      await expect(page.getByText(server('sign_in.signed_out'))).toBeVisible();
    });

    await test.step('reset', async () => {
      await page.getByRole('link', { name: server('sign_in.forgotten') }).click();
      await page.getByLabel(server('email'), { exact: true }).fill(addressOf(username));
      await page.getByRole('button', { name: server('forgotten.submit') }).click();
      await expect(title(page, server('forgotten_sent.title'))).toBeVisible();
      await followMailed(page, await linkMailedTo(addressOf(username), '/auth/password/edit'));
      await page.getByLabel(server('settings.new_password')).fill(NEW_PASSWORD);
      await page.getByRole('button', { name: server('new_password.submit') }).click();
      await signIn(NEW_PASSWORD);
      await expect(mine).toBeVisible();
    });
  });
}
