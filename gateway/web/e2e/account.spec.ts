import { expect, test } from './support/fixtures';
import { PASSWORD, signIn } from './support/person';
import { title } from './support/screen';

test('the way in leads home, and out again', async ({ page, t, server, newcomer }) => {
  await page.goto('/');
  await page.getByRole('main').getByRole('link', { name: t('session.signUp') }).click();
  await expect(title(page, server('sign_up.title'))).toBeVisible();
  await signIn(page, server, newcomer.username, PASSWORD);
  await expect(title(page, t('nav.home'))).toBeVisible();

  await page.getByRole('button', { name: t('nav.account') }).click();
  await page.getByRole('link', { name: t('session.signOut') }).click();
  await page.getByRole('button', { name: server('sign_out.title') }).click();
  await expect(page.getByText(server('sign_in.signed_out'))).toBeVisible();
  await page.goto('/');
  await expect(title(page, t('landing.title'))).toBeVisible();
});

test('a wrong password is told without saying what was wrong', async ({ page, server, newcomer }) => {
  await signIn(page, server, newcomer.username, 'wrong horse battery staple');
  await expect(page.getByRole('alert')).toHaveText(server('sign_in.wrong'));
});

test('what is for members invites those who are not', async ({ page, t }) => {
  await page.goto('/notifications');
  await expect(page.getByRole('heading', { name: t('session.neededTitle') })).toBeVisible();
  await expect(page.getByRole('main').getByRole('link', { name: t('session.signIn') })).toBeVisible();
});
