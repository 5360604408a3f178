import { expect, test } from './support/fixtures';
import { expectFitToBeSeen } from './support/looks';
import { aWord, comesHome, enter, follow, publish } from './support/person';
import { shown, title } from './support/screen';

test('a list is made, filled, read and deleted', async ({ page, t, town, newcomer, language }) => {
  const { author, neighbour } = town;
  await Promise.all([follow(newcomer, author), follow(newcomer, neighbour)]);
  const listed = await publish(author, `On the list: ${aWord()}`);
  const other = await publish(neighbour, `Beside the list: ${aWord()}`);
  await Promise.all([comesHome(newcomer, listed), comesHome(newcomer, other)]);
  await enter(page, newcomer);
  await page.goto('/');
  await page.getByRole('navigation', { name: t('nav.main') }).getByRole('link', { name: t('lists.title') }).click();
  await expect(title(page, t('lists.title'))).toBeFocused();
  await expect(page.getByRole('heading', { name: t('lists.emptyTitle') })).toBeVisible();

  await page.getByRole('button', { name: t('lists.new') }).click();
  await expect(page.getByLabel(t('filter.name'))).toBeFocused();
  await page.keyboard.type('Bakers');
  await page.getByLabel(t('lists.exclusive')).check();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(title(page, t('lists.edit'))).toBeVisible();

  const people = page.getByRole('region', { name: t('lists.members') });
  const find = people.getByLabel(t('lists.find'));
  await expect(people.getByText(t('lists.nobody'))).toBeVisible();
  await find.fill(author.name);
  await people.getByRole('button', { name: `${t('lists.add')} ${author.name}` }).press('Enter');
  await expect(find).toBeFocused();
  await expect(people.getByRole('button', { name: `${t('lists.remove')} ${author.name}` })).toBeVisible();
  await expectFitToBeSeen(page, `list-edit-${language}`);

  await page.getByRole('link', { name: t('lists.see', { title: 'Bakers' }) }).click();
  await expect(title(page, 'Bakers')).toBeVisible();
  await expect(shown(page, listed)).toBeVisible();
  await expect(shown(page, other)).toHaveCount(0);
  // What is on an exclusive list is not at home.
  await page.goto('/');
  await expect(shown(page, other)).toBeVisible();
  await expect(shown(page, listed)).toHaveCount(0);

  await page.goto(`/@${neighbour.username}`);
  await page.getByRole('button', { name: t('relation.menu', { name: neighbour.name }) }).click();
  await page.getByRole('button', { name: t('lists.menu') }).click();
  const choice = page.getByRole('dialog', { name: t('lists.with', { name: neighbour.name }) });
  const added = page.waitForResponse((answer) => answer.request().method() === 'POST' && answer.url().includes('/accounts'));
  await choice.getByLabel('Bakers').click();
  expect((await added).status()).toBe(200);
  await expect(choice.getByLabel('Bakers')).toBeChecked();

  await page.goto('/lists');
  await expectFitToBeSeen(page, `lists-${language}`);
  await page.getByRole('list', { name: t('lists.title') }).getByRole('link', { name: t('filter.change') }).click();
  await people.getByRole('button', { name: `${t('lists.remove')} ${author.name}` }).click();
  await expect(people.getByRole('link', { name: neighbour.name })).toBeFocused();
  await page.getByLabel(t('filter.name')).fill('Neighbours');
  await page.getByRole('button', { name: t('compose.save') }).click();
  await page.getByRole('link', { name: t('lists.see', { title: 'Neighbours' }) }).click();
  await expect(shown(page, other)).toBeVisible();
  await expect(shown(page, listed)).toHaveCount(0);

  await page.getByRole('link', { name: t('lists.edit') }).click();
  await page.getByRole('button', { name: t('lists.delete') }).click();
  await page.getByRole('dialog').getByRole('button', { name: t('lists.delete') }).click();
  await expect(page.getByRole('heading', { name: t('lists.emptyTitle') })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('heading', { name: t('lists.goneTitle') })).toBeVisible();
});

test('a list without a name says why it cannot be', async ({ page, t, newcomer }) => {
  await enter(page, newcomer);
  await page.goto('/lists');
  await page.getByRole('button', { name: t('lists.new') }).click();
  await page.getByLabel(t('filter.name')).fill('\u2063');
  await page.getByRole('button', { name: t('compose.save') }).click();
  await expect(page.getByRole('alert')).toBeVisible();
});
