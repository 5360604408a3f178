import type { Locator, Page } from '@playwright/test';

import { expect, test } from './support/fixtures';
import { PASSWORD, type Person, aWord, addressOf, enter } from './support/person';
import type { Texts } from './support/texts';

/** As if somebody had ended the session on another device. */
async function endSession(page: Page): Promise<void> {
  await page.context().clearCookies();
}

/** Presses a button, also one that the notice covers already: another request may have met the end before. */
async function press(button: Locator): Promise<void> {
  await button.dispatchEvent('click');
}

/** Signs in by the way that the page offers, once. */
async function signInAgain(page: Page, t: Texts, server: Texts, person: Person): Promise<void> {
  const notice = page.getByRole('dialog', { name: t('session.endedTitle') });
  await expect(notice).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(1);
  await expect(page.getByText(t('error.notDone'))).toHaveCount(0);
  await notice.getByRole('link', { name: t('session.signIn') }).click();
  await page.getByLabel(server('sign_in.name')).fill(addressOf(person.username));
  await page.getByLabel(server('password'), { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: server('sign_in.submit') }).click();
}

test('who was signed out elsewhere goes on with their post where they were', async ({ page, t, server, newcomer }) => {
  await page.addInitScript(() => localStorage.setItem('microblog.undoSend', 'off'));
  await enter(page, newcomer);
  await page.goto('/bookmarks');
  await page.getByRole('button', { name: t('compose.new') }).click();
  const text = page.getByRole('dialog').getByLabel(t('compose.text'), { exact: true });
  const words = `Not lost: ${aWord()}`;
  await text.fill(words);
  await endSession(page);
  await press(page.getByRole('button', { name: t('compose.publish'), exact: true }));
  await signInAgain(page, t, server, newcomer);

  await expect(page).toHaveURL(/\/bookmarks$/);
  await expect(text).toHaveValue(words);
  await page.getByRole('button', { name: t('compose.publish'), exact: true }).click();
  await expect(page.getByText(t('compose.published'))).toBeVisible();
});

test('who was signed out elsewhere goes on with their profile', async ({ page, t, server, newcomer }) => {
  await enter(page, newcomer);
  await page.goto('/settings/profile');
  const note = page.getByLabel(t('profile.note'));
  await note.fill('I water the plants.');
  await endSession(page);
  await press(page.getByRole('button', { name: t('profile.save') }));
  await signInAgain(page, t, server, newcomer);

  await expect(page).toHaveURL(/\/settings\/profile$/);
  await expect(note).toHaveValue('I water the plants.');
});

test('a click after the session has ended says so and is taken back', async ({ page, t, town }) => {
  await enter(page, town.reader);
  await page.goto(town.plain.path);
  const favourite = page.getByRole('article').first().getByRole('button', { name: t('post.favourite') });
  await expect(favourite).toBeVisible();
  await endSession(page);
  await press(favourite);
  await expect(page.getByRole('dialog', { name: t('session.endedTitle') })).toBeVisible();
  await expect(page.getByText(t('error.notDone'))).toHaveCount(0);
  await page.getByRole('button', { name: t('session.goOnWithout') }).click();
  await expect(page.getByRole('link', { name: t('session.signIn') }).first()).toBeVisible();
});
