import { expect, test } from './support/fixtures';

test.use({ javaScriptEnabled: false });

test('a post can be read without scripts', async ({ page, town }) => {
  await page.goto(town.question.path);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(town.author.name);
  await expect(page.locator('.no-script')).toContainText(town.question.text);
  await expect(page.locator('.no-script > p')).toContainText('JavaScript');
});

test('every page says without scripts that it needs them, in the language of the browser', async ({ page, language }) => {
  await page.goto('/explore');
  const sentence = page.locator('.no-script > p');
  await expect(sentence).toBeVisible();
  await expect(sentence).toContainText('JavaScript');
  await expect(sentence).toHaveAttribute('lang', language);
});
