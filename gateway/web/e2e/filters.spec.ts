import { expect, test } from './support/fixtures';
import { expectFitToBeSeen } from './support/looks';
import { aWord, comesHome, enter, follow, publish } from './support/person';
import { shown, title } from './support/screen';

test('a filter warns of posts, hides them, and lets them be', async ({ page, t, town, newcomer, language }) => {
  const word = aWord();
  await follow(newcomer, town.author);
  const wet = await publish(town.author, `The ${word} falls`);
  const dry = await publish(town.author, `All is dry: ${aWord()}`);
  await comesHome(newcomer, wet);
  await comesHome(newcomer, dry);
  await enter(page, newcomer);
  await page.goto('/settings');
  await page.getByRole('main').getByRole('link', { name: t('filter.title') }).click();
  await expect(title(page, t('filter.title'))).toBeFocused();
  await expect(page.getByRole('heading', { name: t('filter.emptyTitle') })).toBeVisible();

  await page.getByRole('button', { name: t('filter.new') }).click();
  await expect(page.getByLabel(t('filter.name'))).toBeFocused();
  await page.getByLabel(t('filter.name')).fill('Weather');
  await page.getByLabel(t('filter.keyword'), { exact: true }).fill(word.toUpperCase());
  await expectFitToBeSeen(page, `filter-${language}`);
  await page.getByRole('button', { name: t('filter.save') }).click();
  const list = page.getByRole('list', { name: t('filter.title') });
  await expect(list).toContainText('Weather');
  await expectFitToBeSeen(page, `filters-${language}`);

  await page.goto('/');
  await expect(shown(page, dry)).toBeVisible();
  await expect(shown(page, wet)).toHaveCount(0);
  await page.getByText(t('filter.filtered', { titles: 'Weather' })).first().waitFor();
  await page.getByRole('button', { name: t('filter.show') }).first().click();
  await expect(shown(page, wet)).toBeFocused();
  // On profiles it was not to apply.
  await page.goto(`/@${town.author.username}`);
  await expect(shown(page, wet)).toBeVisible();

  await page.goto('/settings/filters');
  await list.getByRole('button', { name: t('filter.change') }).click();
  await page.getByLabel(t('filter.action.hide')).check();
  await page.getByRole('button', { name: t('filter.save') }).click();
  await expect(list).toContainText(t('filter.action.hide'));
  await page.goto('/');
  await expect(shown(page, dry)).toBeVisible();
  await expect(shown(page, wet)).toHaveCount(0);
  await expect(page.getByText(t('filter.filtered', { titles: 'Weather' }))).toHaveCount(0);

  await page.goto('/settings/filters');
  await list.getByRole('button', { name: t('filter.delete') }).click();
  await page.getByRole('dialog').getByRole('button', { name: t('filter.delete') }).click();
  await expect(page.getByRole('heading', { name: t('filter.emptyTitle') })).toBeVisible();
  await page.goto('/');
  await expect(shown(page, wet)).toBeVisible();
});

test('a single post is filtered from its menu, and let be again', async ({ page, t, town, newcomer }) => {
  await follow(newcomer, town.author);
  const post = await publish(town.author, `Once is enough: ${aWord()}`);
  await comesHome(newcomer, post);
  await enter(page, newcomer);
  await page.goto('/');
  const dialog = page.getByRole('dialog', { name: t('filter.post') });
  const choose = async (): Promise<void> => {
    await shown(page, post).getByRole('button', { name: t('post.moreActions') }).click();
    await page.getByRole('button', { name: t('filter.postMenu') }).click();
  };
  await choose();
  await dialog.getByLabel(t('filter.name')).fill('Seen');
  await dialog.getByRole('button', { name: t('filter.new') }).click();
  await expect(page.getByText(t('filter.filtered', { titles: 'Seen' }))).toBeVisible();
  await expect(shown(page, post)).toHaveCount(0);

  await page.reload();
  await page.getByRole('button', { name: t('filter.show') }).click();
  await choose();
  const filter = dialog.getByRole('button', { name: 'Seen' });
  await expect(filter).toHaveAttribute('aria-pressed', 'true');
  await filter.click();
  await expect(page.getByText(t('filter.postShown', { title: 'Seen' }))).toBeVisible();
  await page.reload();
  await expect(shown(page, post)).toBeVisible();
});

test('a filter that cannot be says why and keeps what was typed', async ({ page, t, newcomer }) => {
  await enter(page, newcomer);
  await page.goto('/settings/filters');
  await page.getByRole('button', { name: t('filter.new') }).click();
  await page.getByLabel(t('filter.name')).fill('\u2063');
  await page.getByLabel(t('filter.keyword'), { exact: true }).fill('rain');
  await page.getByRole('button', { name: t('filter.save') }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.getByLabel(t('filter.keyword'), { exact: true })).toHaveValue('rain');
});
