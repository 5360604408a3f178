import { type Browser, type BrowserContext, type Page } from '@playwright/test';

import { expect, test } from './support/fixtures';
import { linkMailedTo } from './support/mailbox';
import { PASSWORD, addressOf, agreeToRules, aWord, enter, signIn } from './support/person';
import { SCREENSHOTS, expectAccessible, expectNoSidewaysScrolling, title } from './support/screen';
import type { Language, Texts } from './support/texts';

const PHONE = { width: 360, height: 740 };
const NEW_PASSWORD = 'a wholly different battery';

/** The page of sessions is for those who are signed in; all others are asked to sign in. */
async function expectSignedIn(page: Page, server: Texts): Promise<void> {
  await page.goto('/auth/settings');
  await expect(title(page, server('settings.title'))).toBeVisible();
}

async function expectSignedOut(page: Page, server: Texts): Promise<void> {
  await page.goto('/auth/settings');
  await expect(title(page, server('sign_in.title'))).toBeVisible();
}

/** The browser after its restart: what it has kept are the cookies with an expiry. */
async function restarted(browser: Browser, before: BrowserContext): Promise<BrowserContext> {
  const kept = (await before.cookies()).filter(({ expires }) => expires !== -1);
  const after = await browser.newContext();
  await after.addCookies(kept);
  return after;
}

/** Says its language, fits a phone, and axe finds nothing serious. */
async function expectFitToBeSeen(page: Page, name: string, language: Language): Promise<void> {
  await page.setViewportSize(PHONE);
  await expect(page.locator('html')).toHaveAttribute('lang', language);
  await expectNoSidewaysScrolling(page);
  await page.screenshot({ path: `${SCREENSHOTS}/server-${name}-${language}.png`, fullPage: true });
  await expectAccessible(page, `server-${name}-${language}`);
}

test('an account is made, confirmed by mail, and entered', async ({ page, server, language }) => {
  const username = `nora_${aWord()}`;
  await page.goto('/auth/sign_up');
  await expect(title(page, server('sign_up.title'))).toBeVisible();
  await expectFitToBeSeen(page, 'sign-up', language);
  await page.getByLabel(server('username'), { exact: true }).fill(username);
  await page.getByLabel(server('email'), { exact: true }).fill(addressOf(username));
  await page.getByLabel(server('password'), { exact: true }).fill(PASSWORD);
  await agreeToRules(page, server);
  await page.getByRole('button', { name: server('sign_up.submit') }).click();
  await expect(title(page, server('sent.title'))).toBeVisible();

  const link = await linkMailedTo(addressOf(username), '/auth/confirmation');
  await page.goto(link);
  await expect(title(page, server('confirm.title'))).toBeVisible();
  await expectFitToBeSeen(page, 'confirm', language);
  await page.getByRole('button', { name: server('confirm.submit') }).click();
  await expect(title(page, server('confirmed.title'))).toBeVisible();
  await expectFitToBeSeen(page, 'confirmed', language);
  await page.goto(link);
  await expect(title(page, server('already.title'))).toBeVisible();

  await signIn(page, server, username, PASSWORD);
  await expect(page).toHaveURL('/');
  await expectSignedIn(page, server);
});

test('what cannot be an account is said beside its field', async ({ page, server, newcomer }) => {
  await page.goto('/auth/sign_up');
  await page.getByLabel(server('username'), { exact: true }).fill(newcomer.username);
  await page.getByLabel(server('email'), { exact: true }).fill(addressOf(aWord()));
  await page.getByLabel(server('password'), { exact: true }).fill('password');
  await agreeToRules(page, server);
  await page.getByRole('button', { name: server('sign_up.submit') }).click();
  await expect(page.getByText(server('problem.username.ERR_TAKEN'))).toBeVisible();
  await expect(page.getByText(server('problem.password.ERR_COMMON'))).toBeVisible();
  await expect(page.getByLabel(server('username'), { exact: true })).toBeFocused();
});

test('a password can be seen while it is typed', async ({ page, server }) => {
  await page.goto('/auth/sign_in');
  const field = page.getByLabel(server('password'), { exact: true });
  await field.fill(PASSWORD);
  await expect(field).toHaveAttribute('type', 'password');
  await page.getByRole('button', { name: server('show'), exact: true }).click();
  await expect(field).toHaveAttribute('type', 'text');
  await page.getByRole('button', { name: server('hide'), exact: true }).click();
  await expect(field).toHaveAttribute('type', 'password');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the pages have the web client's colours, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    const seen = (property: string, selector = 'body') =>
      page.locator(selector).first().evaluate((it, name) => getComputedStyle(it).getPropertyValue(name), property);
    await page.goto('/');
    await expect(page.locator('h1')).toBeVisible();
    const [ground, text] = [await seen('background-color'), await seen('color')];
    await page.goto('/auth/sign_in');
    expect([await seen('background-color'), await seen('color')]).toEqual([ground, text]);
    expect(await seen('font-family', 'h1')).toContain('Bricolage Grotesque');
    await expect.poll(() => page.locator('header img').evaluate((it) => (it as HTMLImageElement).naturalWidth)).toBeGreaterThan(0);
  });
}

test.describe('a reader elsewhere', () => {
  test.use({ timezoneId: 'Asia/Tokyo' });

  test('reads times by the clock there', async ({ page, server, newcomer, language }) => {
    await enter(page, newcomer);
    await expectSignedIn(page, server);
    const time = page.locator('time').first();
    const used = new Date((await time.getAttribute('datetime')) ?? '');
    const there = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Asia/Tokyo' });
    await expect(time).toHaveText(there.format(used));
  });
});

test('a forgotten password is replaced by mail, once, and ends all sessions', async ({ page, browser, server, newcomer, language }) => {
  const elsewhere = await (await browser.newContext()).newPage();
  await enter(elsewhere, newcomer);
  await expectSignedIn(elsewhere, server);

  await page.goto('/auth/sign_in');
  await page.getByRole('link', { name: server('sign_in.forgotten') }).click();
  await expect(title(page, server('forgotten.title'))).toBeVisible();
  await expectFitToBeSeen(page, 'forgotten', language);
  await page.getByLabel(server('email'), { exact: true }).fill(addressOf(newcomer.username));
  await page.getByRole('button', { name: server('forgotten.submit') }).click();
  await expect(title(page, server('forgotten_sent.title'))).toBeVisible();

  const link = await linkMailedTo(addressOf(newcomer.username), '/auth/password/edit');
  await page.goto(link);
  await expectFitToBeSeen(page, 'new-password', language);
  await page.getByLabel(server('settings.new_password')).fill(NEW_PASSWORD);
  await page.getByRole('button', { name: server('new_password.submit') }).click();
  await expect(page.getByRole('status')).toHaveText(server('sign_in.password_changed'));

  await expectSignedOut(elsewhere, server);
  await signIn(page, server, newcomer.username, PASSWORD);
  await expect(page.getByRole('alert')).toHaveText(server('sign_in.wrong'));
  await signIn(page, server, newcomer.username, NEW_PASSWORD);
  await expectSignedIn(page, server);
  await page.goto(link);
  await expect(page.getByText(server('new_password.invalid'))).toBeVisible();
});

test('who wants to be remembered is, after a restart of the browser', async ({ page, browser, server, newcomer }) => {
  await signIn(page, server, newcomer.username, PASSWORD, true);
  await expect(page).toHaveURL('/');
  const after = await restarted(browser, page.context());
  await expectSignedIn(await after.newPage(), server);
});

test('who does not want to be remembered is not', async ({ page, browser, server, newcomer }) => {
  await signIn(page, server, newcomer.username, PASSWORD);
  await expect(page).toHaveURL('/');
  const after = await restarted(browser, page.context());
  await expectSignedOut(await after.newPage(), server);
});

test('a session is ended from another one, at once', async ({ page, browser, server, newcomer, language }) => {
  await signIn(page, server, newcomer.username, PASSWORD);
  await expectSignedIn(page, server);
  const elsewhere = await (await browser.newContext()).newPage();
  await signIn(elsewhere, server, newcomer.username, PASSWORD, true);
  await expectSignedIn(elsewhere, server);

  await page.reload();
  await expectFitToBeSeen(page, 'sessions', language);
  await page.getByRole('button', { name: server('settings.end_others') }).click();
  await expect(page.getByRole('button', { name: server('settings.end_others') })).toBeHidden();
  await expectSignedOut(elsewhere, server);
  await expectSignedIn(page, server);
});

test('the password is changed by who knows the present one', async ({ page, server, newcomer }) => {
  await enter(page, newcomer);
  await expectSignedIn(page, server);
  const form = page.getByRole('region', { name: server('settings.password') });
  const change = async (present: string) => {
    await form.getByLabel(server('settings.current_password')).fill(present);
    await form.getByLabel(server('settings.new_password')).fill(NEW_PASSWORD);
    await form.getByRole('button', { name: server('settings.save') }).click();
  };
  await change('wrong horse battery staple');
  await expect(form.getByRole('alert')).toHaveText(server('settings.wrong_password'));
  await change(PASSWORD);
  await expect(form.getByRole('status')).toHaveText(server('settings.password_done'));
});
