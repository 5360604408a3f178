import { expect, test } from './support/fixtures';
import { expectFitToBeSeen } from './support/looks';
import { aWord, enter, publish } from './support/person';
import { shown } from './support/screen';

const A_DAY = 86_400;

interface Asking {
  poll: { id: string; votes_count: number; own_votes: number[]; multiple: boolean };
}

test('a question is asked with answers to choose from', async ({ page, t, town, language }) => {
  const question = `Which tea, ${aWord()}?`;
  await enter(page, town.author);
  await page.goto('/');
  await page.getByRole('button', { name: t('compose.placeholder') }).click();
  const composer = page.getByRole('main').getByRole('region', { name: t('compose.new') });
  await composer.getByLabel(t('compose.text'), { exact: true }).fill(question);
  await composer.getByRole('button', { name: t('poll.add') }).click();
  const publishing = composer.getByRole('button', { name: t('compose.publish'), exact: true });
  await expect(publishing).toBeDisabled();
  await expect(composer.getByRole('button', { name: t('compose.addImages') })).toBeDisabled();
  await composer.getByLabel(t('poll.option', { position: 1 }), { exact: true }).fill('Green');
  await composer.getByLabel(t('poll.option', { position: 2 }), { exact: true }).fill('Black');
  await composer.getByRole('button', { name: t('poll.addOption') }).click();
  await composer.getByLabel(t('poll.option', { position: 3 }), { exact: true }).fill('None');
  await composer.getByLabel(t('poll.duration')).selectOption({ label: t('duration.days', { count: 3 }) });
  await composer.getByLabel(t('poll.multiple')).check();
  await composer.getByLabel(t('poll.option', { position: 3 }), { exact: true }).press('Enter');
  await expect(publishing).toBeEnabled();
  await publishing.click();

  const post = page.getByRole('article').filter({ hasText: question });
  await expect(post.getByRole('listitem')).toHaveText([/Green/, /Black/, /None/]);
  const id = await post.getAttribute('data-post');
  const { poll } = await town.author.api.get<Asking>(`/api/v1/statuses/${id}`);
  expect(poll).toMatchObject({ multiple: true, votes_count: 0 });
  await page.goto(`/@${town.author.username}/${id}`);
  await expect(shown(page, { id: id ?? '', path: '', text: '' }).getByRole('listitem')).toHaveCount(3);
  await expectFitToBeSeen(page, `poll-${language}`);
});

test('one votes by keys, once, and sees how it stands', async ({ page, t, town, language }) => {
  const options = ['Rye', 'Wheat', 'Spelt'];
  const post = await publish(town.author, `Which bread, ${aWord()}?`, { poll: { options, expires_in: A_DAY } });
  await enter(page, town.reader);
  await page.goto(post.path);
  const shownPost = shown(page, post);
  await expect(shownPost.getByRole('button', { name: t('poll.vote') })).toBeDisabled();
  await shownPost.getByRole('button', { name: t('poll.look') }).click();
  await expect(shownPost.getByRole('listitem')).toHaveCount(3);
  await shownPost.getByRole('button', { name: t('poll.back') }).click();

  await shownPost.getByRole('radio', { name: 'Rye' }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(shownPost.getByRole('radio', { name: 'Wheat' })).toBeChecked();
  await expectFitToBeSeen(page, `ballot-${language}`);
  await shownPost.getByRole('button', { name: t('poll.vote') }).focus();
  await page.keyboard.press('Enter');
  const chosen = shownPost.getByRole('listitem').filter({ hasText: 'Wheat' });
  await expect(chosen).toContainText('100');
  await expect(chosen.getByRole('img', { name: t('poll.yours') })).toBeVisible();
  await expect(shownPost.getByText(t('poll.votes', { count: 1 }))).toBeVisible();
  const { poll } = await town.reader.api.get<Asking>(`/api/v1/statuses/${post.id}`);
  expect(poll.own_votes).toEqual([1]);
  await page.reload();
  await expect(chosen).toBeVisible();
  await expect(shownPost.getByRole('button', { name: t('poll.vote') })).toBeHidden();
});

test('results stay hidden where the author wants it', async ({ page, t, town }) => {
  const post = await publish(town.author, `Guess, ${aWord()}`, {
    poll: { options: ['One', 'Two'], expires_in: A_DAY, hide_totals: true, multiple: true },
  });
  await enter(page, town.reader);
  await page.goto(post.path);
  await shown(page, post).getByRole('checkbox', { name: 'One' }).check();
  await shown(page, post).getByRole('checkbox', { name: 'Two' }).check();
  await shown(page, post).getByRole('button', { name: t('poll.vote') }).click();
  await expect(shown(page, post).getByText(t('poll.hidden'))).toBeVisible();
  await expect(shown(page, post).getByRole('img', { name: t('poll.yours') })).toHaveCount(2);
});
