import { expect, test } from './support/fixtures';
import { aWord, comesHome, enter, follow, publish } from './support/person';
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

test('the first posts come home by themselves once somebody is followed', async ({ page, t, town, newcomer }) => {
  const { author } = town;
  const suggestion = { source: 'featured', sources: ['featured'], account: await author.api.get(`/api/v1/accounts/${author.id}`) };
  await page.route('**/api/v2/suggestions*', (route) => route.fulfill({ json: [suggestion] }));
  await enter(page, newcomer);
  let release: () => void = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/api/v1/timelines/home*', async (route) => {
    await released;
    await route.continue();
  });
  await page.goto('/');
  // Not beside the timeline either, until it is known whether that is empty.
  await expect(page.locator('.people-panel')).toHaveCount(1);
  await expect(page.locator('.people-panel')).toBeHidden();
  release();
  const everywhere = page.getByRole('region', { name: t('people.title') });
  const people = page.getByRole('main').getByRole('region', { name: t('people.title') });
  await expect(people).toBeVisible();
  await expect(everywhere).toHaveCount(1);
  await people.getByRole('button', { name: `${t('profile.follow')} ${author.name}`, exact: true }).click();
  await expect(shown(page, town.plain)).toBeVisible();
  await expect(page.getByRole('heading', { name: t('timeline.homeEmptyTitle') })).toBeHidden();
  await expect(page.getByRole('article').first()).toBeFocused();
});

test('the first notification comes by itself', async ({ page, t, town, newcomer }) => {
  await enter(page, newcomer);
  await page.goto('/notifications');
  await expect(page.getByRole('heading', { name: t('notifications.emptyTitle') })).toBeVisible();
  await follow(town.neighbour, newcomer);
  await expect(page.getByRole('article', { name: t('notifications.followed', { name: town.neighbour.name }) })).toBeVisible();
});

test('a list that was empty holds what is added to it', async ({ page, t, town, newcomer }) => {
  const post = await publish(town.author, `Worth a star: ${aWord()}`);
  await enter(page, newcomer);
  await page.goto('/favourites');
  const navigation = page.getByRole('navigation', { name: t('nav.main') });
  await expect(page.getByRole('heading', { name: t('timeline.favouritesEmptyTitle') })).toBeVisible();
  await navigation.getByRole('link', { name: t('nav.explore') }).click();
  const starred = page.waitForResponse((answer) => answer.url().endsWith('/favourite'));
  await shown(page, post).getByRole('button', { name: t('post.favourite') }).click();
  await starred;
  await navigation.getByRole('link', { name: t('nav.favourites') }).click();
  await expect(shown(page, post)).toBeVisible();
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
