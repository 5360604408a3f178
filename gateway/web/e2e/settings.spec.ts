import { expect, test } from './support/fixtures';
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
