import { expect, test } from './support/fixtures';
import { expectFitToBeSeen } from './support/looks';
import { aBrowserOf, enter } from './support/person';
import { title } from './support/screen';
import { clientTexts } from './support/texts';

test('light and dark are as chosen, or as the system says', async ({ page, t }) => {
  const root = page.locator('html');
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/settings');
  await expect(root).toHaveAttribute('data-bs-theme', 'light');
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(root).toHaveAttribute('data-bs-theme', 'dark');
  await page.getByLabel(t('settings.light')).check();
  await expect(root).toHaveAttribute('data-bs-theme', 'light');
  await page.reload();
  await expect(root).toHaveAttribute('data-bs-theme', 'light');
  await page.getByLabel(t('settings.dark')).check();
  await page.emulateMedia({ colorScheme: 'light' });
  await page.reload();
  await expect(root).toHaveAttribute('data-bs-theme', 'dark');
});

test('the interface speaks another language as soon as it is chosen', async ({ page, t, language }) => {
  const other = language === 'en' ? 'es' : 'en';
  const theirs = clientTexts(other);
  await page.goto('/settings');
  await page.getByLabel(t('settings.language')).selectOption(other);
  await expect(title(page, theirs('nav.settings'))).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', other);
  await page.goto('/explore');
  await expect(title(page, theirs('nav.explore'))).toBeVisible();
});

test('what new posts begin with is chosen, and the composer keeps to it', async ({ page, t, newcomer }) => {
  await enter(page, newcomer);
  await page.goto('/settings');
  const { label, hint } = { label: t('visibility.private'), hint: t('visibility.privateHint') };
  await page.getByLabel(t('settings.visibility')).selectOption({ label: t('settings.visibilityOption', { label, hint }) });
  await expect(page.getByText(t('settings.saved'))).toBeVisible();
  await page.getByLabel(t('compose.language')).selectOption('ca');
  await page.getByLabel(t('settings.sensitive')).click();
  const preferences = () => newcomer.api.get<Record<string, unknown>>('/api/v1/preferences');
  await expect.poll(preferences).toMatchObject({
    'posting:default:visibility': 'private',
    'posting:default:language': 'ca',
    'posting:default:sensitive': true,
  });
  await page.goto('/compose');
  await expect(page.getByRole('button', { name: t('compose.visibility', { visibility: label }) })).toBeVisible();
  await expect(page.getByLabel(t('compose.language'))).toHaveValue('ca');
});

test('passwords and addresses are one step away', async ({ page, t, server, newcomer }) => {
  const ways = [
    { from: t('settings.password'), to: server('settings.password') },
    { from: t('settings.email'), to: server('settings.email') },
  ];
  await enter(page, newcomer);
  for (const { from, to } of ways) {
    await page.goto('/settings');
    await page.getByRole('link', { name: from }).click();
    await expect(title(page, server('settings.title'))).toBeVisible();
    await expect(page.getByRole('heading', { level: 2, name: to })).toBeInViewport();
  }
});

test('other sessions and apps are seen and ended, each and together', async ({ page, browser, t, newcomer }) => {
  const others = await Promise.all([1, 2].map(() => aBrowserOf(newcomer.username)));
  const elsewhere = await browser.newContext();
  await elsewhere.addCookies(others[0] ?? []);
  const phone = await elsewhere.newPage();
  await enter(page, newcomer);
  await page.goto('/settings');
  await page.getByRole('link', { name: t('sessions.title') }).click();
  await expect(title(page, t('sessions.title'))).toBeVisible();
  const sessions = page.getByRole('region', { name: t('sessions.browsers') }).getByRole('listitem');
  await expect(sessions).toHaveCount(3);
  await expect(sessions.filter({ hasText: t('sessions.current') })).toHaveCount(1);
  await expect(sessions.filter({ hasText: t('sessions.current') }).getByRole('button')).toHaveCount(0);
  await expectFitToBeSeen(page, 'sessions');

  await page.getByRole('button', { name: t('sessions.endOthers') }).click();
  const sure = page.getByRole('dialog', { name: t('sessions.endOthers') });
  await expect(sure).toContainText(t('sessions.endOthersText', { count: 2 }));
  await sure.getByRole('button', { name: t('sessions.end'), exact: true }).click();
  await expect(sessions).toHaveCount(1);
  await phone.goto('/settings/profile');
  await expect(phone.getByText(t('session.neededTitle'))).toBeVisible();
  await elsewhere.close();

  await aBrowserOf(newcomer.username);
  await page.reload();
  await expect(sessions).toHaveCount(2);
  await sessions.getByRole('button').click();
  await expect(page.getByText(t('sessions.ended'))).toBeVisible();
  await expect(sessions).toHaveCount(1);

  const apps = page.getByRole('region', { name: t('settings.apps') });
  await apps.getByRole('button', { name: t('sessions.revoke') }).click();
  await expect(apps.getByText(t('sessions.noApps'))).toBeVisible();
  expect(await newcomer.api.status('/api/v1/accounts/verify_credentials')).toBe(401);
});

test('the room that images take is shown', async ({ page, t, newcomer }) => {
  await enter(page, newcomer);
  await page.goto('/settings');
  const room = page.getByRole('region', { name: t('settings.media') });
  await expect(room.getByRole('meter')).toHaveAttribute('value', '0');
  await expect(room.getByText('GB', { exact: false })).toBeVisible();
});
