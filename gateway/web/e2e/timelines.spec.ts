import { expect, test } from './support/fixtures';
import { aWord, comesHome, enter, publish } from './support/person';
import { shown, title } from './support/screen';

test('an empty home shows a newcomer the way to people', async ({ page, t, town, newcomer }) => {
  const news = await publish(town.author, `Just now: ${aWord()}`);
  await enter(page, newcomer);
  await page.goto('/');
  await expect(page.getByRole('heading', { name: t('timeline.homeEmptyTitle') })).toBeVisible();
  await page.getByRole('link', { name: t('timeline.findPeople') }).click();
  await expect(page).toHaveURL(/\/explore$/);
  await expect(title(page, t('nav.explore'))).toBeFocused();
  await expect(shown(page, news)).toBeVisible();
});

test('home shows what the people write whom one follows', async ({ page, town }) => {
  await enter(page, town.reader);
  await page.goto('/');
  await expect(shown(page, town.plain).locator('strong')).toHaveText('Bread');
  await expect(shown(page, town.plain).getByRole('listitem')).toHaveText(['flour', 'water']);
});

test('new posts wait until the reader asks for them', async ({ page, t, town }) => {
  await page.clock.install();
  await enter(page, town.reader);
  await page.goto('/');
  await expect(shown(page, town.plain)).toBeVisible();
  const news = await publish(town.author, `Just now: ${aWord()}`);
  await comesHome(town.reader, news);
  const pill = page.getByRole('button', { name: t('timeline.fresh', { count: 1 }) });
  await expect(async () => {
    await page.clock.fastForward('01:00');
    await expect(pill).toBeVisible({ timeout: 3_000 });
  }).toPass();
  await expect(shown(page, news)).toBeHidden();
  await pill.click();
  await expect(shown(page, news)).toBeVisible();
});

test('anybody explores, and follows a hashtag to all that is under it', async ({ page, t, town }) => {
  const tag = aWord();
  const first = await publish(town.author, `One of two #${tag}`);
  const second = await publish(town.neighbour, `Two of two #${tag}`);
  await page.goto('/explore');
  await expect(title(page, t('nav.explore'))).toBeVisible();
  await shown(page, second).getByRole('link', { name: `#${tag}` }).click();
  await expect(title(page, `#${tag}`)).toBeVisible();
  await expect(shown(page, first)).toBeVisible();
  await expect(shown(page, second)).toBeVisible();
});
