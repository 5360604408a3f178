import { expect, test } from './support/fixtures';
import { linkMailedTo } from './support/mailbox';
import { PASSWORD, aWord, addressOf } from './support/person';
import { title } from './support/screen';

test('somebody signs up, confirms by mail, signs in and out', async ({ page, t, server }) => {
  const username = `nora_${aWord()}`;
  await page.goto('/');
  await page.getByRole('main').getByRole('link', { name: t('session.signUp') }).click();
  await expect(title(page, server('sign_up.title'))).toBeVisible();
  await page.getByLabel(server('username'), { exact: true }).fill(username);
  await page.getByLabel(server('email'), { exact: true }).fill(addressOf(username));
  await page.getByLabel(server('password'), { exact: true }).fill(PASSWORD);
  await page.getByLabel(server('sign_up.agreement')).check();
  await page.getByRole('button', { name: server('sign_up.submit') }).click();
  await expect(title(page, server('sent.title'))).toBeVisible();

  await page.goto(await linkMailedTo(addressOf(username), '/auth/confirmation'));
  await expect(title(page, server('confirmed.title'))).toBeVisible();
  await page.getByRole('link', { name: server('sign_in.title') }).click();

  await page.getByLabel(server('sign_in.name')).fill(username);
  await page.getByLabel(server('password'), { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: server('sign_in.submit') }).click();
  await expect(title(page, t('nav.home'))).toBeVisible();

  await page.getByRole('button', { name: t('nav.account') }).click();
  await page.getByRole('link', { name: t('session.signOut') }).click();
  await page.getByRole('button', { name: server('sign_out.title') }).click();
  await expect(page.getByText(server('sign_in.signed_out'))).toBeVisible();
  await page.goto('/');
  await expect(title(page, t('landing.title'))).toBeVisible();
});

test('a wrong password is told without saying what was wrong', async ({ page, server, newcomer }) => {
  await page.goto('/auth/sign_in');
  await page.getByLabel(server('sign_in.name')).fill(newcomer.username);
  await page.getByLabel(server('password'), { exact: true }).fill('wrong horse battery staple');
  await page.getByRole('button', { name: server('sign_in.submit') }).click();
  await expect(page.getByRole('alert')).toHaveText(server('sign_in.wrong'));
});

test('what is for members invites those who are not', async ({ page, t }) => {
  await page.goto('/notifications');
  await expect(page.getByRole('heading', { name: t('session.neededTitle') })).toBeVisible();
  await expect(page.getByRole('main').getByRole('link', { name: t('session.signIn') })).toBeVisible();
});
