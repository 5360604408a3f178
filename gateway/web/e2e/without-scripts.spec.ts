import { expect, test } from './support/fixtures';

test.use({ javaScriptEnabled: false });

test('a post can be read without scripts', async ({ page, town }) => {
  await page.goto(town.question.path);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(town.author.name);
  await expect(page.getByText(town.question.text)).toBeVisible();
  await expect(page.getByText('JavaScript')).toBeVisible();
});

test('every page says without scripts that it needs them, in the language of the browser', async ({ page, language }) => {
  await page.goto('/explore');
  await expect(page.getByText('JavaScript')).toBeVisible();
  await expect(page.locator('.no-script [lang]')).toHaveAttribute('lang', language);
});
