import { expect, test } from './support/fixtures';
import { aWord, enter } from './support/person';
import { shown, title } from './support/screen';

test('the first key skips to the content', async ({ page, t }) => {
  await page.goto('/explore');
  await expect(title(page, t('nav.explore'))).toBeVisible();
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: t('shell.skip') });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
});

test('the focus stays on the heading while a profile arrives', async ({ page, t, town }) => {
  await enter(page, town.reader);
  await page.goto(town.plain.path);
  await page.route('**/api/v1/accounts/lookup**', async (route) => {
    await expect(title(page, `@${town.author.username}`)).toBeFocused();
    await route.continue();
  });
  await page.getByRole('main').getByRole('link', { name: town.author.name }).first().click();
  await expect(page.getByRole('region', { name: t('profile.about', { name: town.author.name }) })).toBeVisible();
  await expect(title(page, town.author.name)).toBeFocused();
});

test('a post is written and sent by keys alone', async ({ page, t, town }) => {
  const word = aWord();
  await enter(page, town.reader);
  await page.goto('/');
  await expect(shown(page, town.plain)).toBeVisible();
  await page.keyboard.press('n');
  const dialog = page.getByRole('dialog', { name: t('compose.new') });
  await expect(dialog.getByLabel(t('compose.text'), { exact: true })).toBeFocused();
  await page.keyboard.type(`By keys alone: ${word}`);
  const publish = dialog.getByRole('button', { name: t('compose.publish'), exact: true });
  for (let presses = 0; presses < 12 && !(await publish.evaluate((it) => it === document.activeElement)); presses++) {
    await page.keyboard.press('Tab');
  }
  await expect(publish).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('article').filter({ hasText: word })).toBeVisible();
});

test('a dialog holds the focus and gives it back', async ({ page, t, town }) => {
  await enter(page, town.reader);
  await page.goto(town.question.path);
  const reply = shown(page, town.question).getByRole('button', { name: t('post.replyAction') });
  await reply.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: t('compose.replyTitle') });
  await expect(dialog.getByLabel(t('compose.text'), { exact: true })).toBeFocused();
  for (let presses = 0; presses < 12; presses++) {
    await page.keyboard.press('Tab');
    // After its end come the browser's own controls; what is behind gives the focus back.
    const isOutside = (it: HTMLElement): boolean =>
      document.activeElement !== document.body && !it.contains(document.activeElement);
    await expect.poll(() => dialog.evaluate(isOutside)).toBe(false);
  }
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(reply).toBeFocused();
});

test('posts are walked through, liked and opened by single keys', async ({ page, t, town }) => {
  await enter(page, town.reader);
  await page.goto(`/@${town.author.username}`);
  await expect(shown(page, town.plain)).toBeVisible();
  await page.keyboard.press('j');
  const first = page.getByRole('article').first();
  const second = page.getByRole('article').nth(1);
  await expect(first).toBeFocused();
  await page.keyboard.press('j');
  await expect(second).toBeFocused();
  await page.keyboard.press('k');
  await expect(first).toBeFocused();
  const star = first.getByRole('button', { name: t('post.favourite') });
  await page.keyboard.press('f');
  await expect(star).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('f');
  await expect(star).toHaveAttribute('aria-pressed', 'false');
  await page.keyboard.press('Enter');
  await expect(title(page, t('post.by', { name: town.author.name }))).toBeFocused();

  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: t('shortcuts.title') });
  await expect(help).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(help).toBeHidden();
});
