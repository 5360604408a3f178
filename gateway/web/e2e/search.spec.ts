import { expect, test } from './support/fixtures';
import { eventually } from './support/eventually';
import { aWord, enter, mistyped, publish } from './support/person';
import { shown } from './support/screen';

interface Results {
  statuses: { id: string }[];
  accounts: { id: string }[];
}

test('posts are found despite a typo, and the search can be shared by its address', async ({ page, t, town }) => {
  const word = aWord();
  const post = await publish(town.author, `The lighthouse of ${word} stands on a rock`);
  await eventually('the post in the index', async () => {
    const { statuses } = await town.reader.api.get<Results>(`/api/v2/search?type=statuses&q=${word}`);
    return statuses.some(({ id }) => id === post.id);
  });
  await enter(page, town.reader);
  await page.goto('/');
  await page.getByRole('navigation', { name: t('nav.main') }).getByRole('link', { name: t('nav.search') }).click();
  const field = page.getByRole('main').getByLabel(t('search.label'));
  await expect(field).toBeFocused();
  await field.fill(mistyped(word));
  await expect(shown(page, post)).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`q=${mistyped(word)}`));
  await page.reload();
  await expect(field).toHaveValue(mistyped(word));
  await expect(shown(page, post)).toBeVisible();
});

test('people are found despite a typo', async ({ page, t, town }) => {
  const { author } = town;
  await eventually('the author in the index', async () => {
    const { accounts } = await town.reader.api.get<Results>(`/api/v2/search?type=accounts&q=${author.username}`);
    return accounts.some(({ id }) => id === author.id);
  });
  await enter(page, town.reader);
  const surname = author.name.split(' ')[1] ?? '';
  await page.goto(`/search?q=${mistyped(surname.toLowerCase())}`);
  await page
    .getByRole('navigation', { name: t('search.views') })
    .getByRole('link', { name: t('search.people') })
    .click();
  await page.getByRole('main').getByRole('link', { name: author.name }).click();
  await expect(page).toHaveURL(new RegExp(`/@${author.username}$`));
});

test('hashtags are found by how they begin, and finding nothing is said', async ({ page, t, town }) => {
  const tag = aWord();
  await publish(town.author, `Under a tag #${tag}`);
  await eventually('the hashtag in the index', async () => {
    const { hashtags } = await town.reader.api.get<{ hashtags: unknown[] }>(`/api/v2/search?type=hashtags&q=${tag}`);
    return hashtags.length > 0;
  });
  await enter(page, town.reader);
  await page.goto(`/search?q=${tag.slice(0, 8)}&type=hashtags`);
  await expect(page.getByRole('main').getByRole('link', { name: `#${tag}` })).toBeVisible();

  const nonsense = `${aWord()}${aWord()}`;
  await page.getByRole('main').getByLabel(t('search.label')).fill(nonsense);
  await expect(page.getByRole('heading', { name: t('search.nothingTitle', { q: nonsense }) })).toBeVisible();
});
