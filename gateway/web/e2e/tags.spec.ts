import { expect, test } from './support/fixtures';
import { expectFitToBeSeen } from './support/looks';
import { aWord, comesHome, enter, publish } from './support/person';
import { shown, title } from './support/screen';

test('a hashtag is followed from its page, and its posts come home', async ({ page, t, town, newcomer, language }) => {
  const tag = aWord();
  await publish(town.author, `The first under #${tag}`);
  await enter(page, newcomer);
  await page.goto(`/tags/${tag}`);
  await page.getByRole('button', { name: `${t('profile.follow')} #${tag}` }).click();
  const following = page.getByRole('button', { name: `${t('profile.following')} #${tag}` });
  await expect(following).toHaveAttribute('aria-pressed', 'true');
  await expect
    .poll(async () => (await newcomer.api.get<{ following: boolean }>(`/api/v1/tags/${tag}`)).following)
    .toBe(true);
  const second = await publish(town.author, `The second under #${tag}`);
  await comesHome(newcomer, second);
  await page.goto('/');
  await expect(shown(page, second)).toBeVisible();

  await page.getByRole('navigation', { name: t('nav.main') }).getByRole('link', { name: t('nav.settings') }).click();
  await page.getByRole('main').getByRole('link', { name: t('tags.followed') }).click();
  await expect(title(page, t('tags.followed'))).toBeFocused();
  await expect(page.getByRole('link', { name: `#${tag}` })).toBeVisible();
  await expectFitToBeSeen(page, `followed-tags-${language}`);
  await following.click();
  await expect(page.getByRole('button', { name: `${t('profile.follow')} #${tag}` })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: t('tags.followedEmptyTitle') })).toBeVisible();
});
