import { expect, test } from './support/fixtures';
import { enter } from './support/person';
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
  await page.getByLabel(t('settings.sensitive')).check();
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

test('passwords, addresses, sessions and apps are one step away', async ({ page, t, server, newcomer }) => {
  const ways = [
    { from: t('settings.password'), to: server('settings.password') },
    { from: t('settings.email'), to: server('settings.email') },
    { from: t('settings.sessions'), to: server('settings.sessions') },
    { from: t('settings.apps'), to: server('settings.apps') },
  ];
  await enter(page, newcomer);
  for (const { from, to } of ways) {
    await page.goto('/settings');
    await page.getByRole('link', { name: from }).click();
    await expect(title(page, server('settings.title'))).toBeVisible();
    await expect(page.getByRole('heading', { level: 2, name: to })).toBeInViewport();
  }
});
