import { expect, test } from './support/fixtures';
import { eventually } from './support/eventually';
import { expectFitToBeSeen } from './support/looks';
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
  const field = page.getByRole('main').getByRole('combobox', { name: t('search.label'), exact: true });
  await expect(field).toBeFocused();
  await field.fill(mistyped(word));
  await expect(shown(page, post)).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`q=${mistyped(word)}`));
  await page.reload();
  await expect(field).toHaveValue(mistyped(word));
  await expect(shown(page, post)).toBeVisible();
});

test('what matches is marked, and a mistyped search is answered with what was meant', async ({ page, t, town, language }) => {
  const word = aWord();
  const post = await publish(town.author, `Lanterns of ${word}, seen from the bridge`);
  await eventually('the post in the index', async () => {
    const { statuses } = await town.reader.api.get<Results>(`/api/v2/search?type=statuses&q=${word}`);
    return statuses.some(({ id }) => id === post.id);
  });
  await enter(page, town.reader);
  await page.goto(`/search?q=lantern+${word}`);
  await expect(shown(page, post).locator('mark')).toHaveText(['Lanterns', word]);
  await page.goto(`/search?q=${mistyped(word)}`);
  await expect(shown(page, post).locator('mark')).toHaveText([word]);
  await expectFitToBeSeen(page, `did-you-mean-${language}`);
  await page.getByRole('link', { name: t('search.didYouMean', { q: word }) }).click();
  await expect(page).toHaveURL(new RegExp(`q=${word}$`));
  await expect(page.getByRole('main').getByRole('combobox', { name: t('search.label'), exact: true })).toHaveValue(word);
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

test('a search shows people above posts, and how much there is of each kind', async ({ page, t, town }) => {
  const { author } = town;
  const surname = author.name.split(' ')[1] ?? '';
  const post = await publish(town.neighbour, `I met ${surname} at the market`);
  await eventually('both in the index', async () => {
    const { accounts, statuses } = await town.reader.api.get<Results>(`/api/v2/search?q=${surname}`);
    return accounts.some(({ id }) => id === author.id) && statuses.some(({ id }) => id === post.id);
  });
  await enter(page, town.reader);
  await page.goto(`/search?q=${surname}`);
  const results = page.getByRole('region', { name: t('search.results') });
  await expect(results.getByRole('link', { name: author.name })).toBeVisible();
  await expect(shown(results, post)).toBeVisible();
  await expect(results.getByRole('heading', { level: 2 })).toHaveText([t('search.people'), t('search.posts')]);
  const views = page.getByRole('navigation', { name: t('search.views') });
  await views.getByRole('link', { name: `${t('search.people')} 1` }).click();
  await expect(shown(results, post)).toBeHidden();
  await expect(results.getByRole('link', { name: author.name })).toBeVisible();
});

test('what is typed into the search stays while its answers arrive', async ({ page, t }) => {
  await page.goto('/search?q=a');
  const field = page.getByRole('main').getByRole('combobox', { name: t('search.label'), exact: true });
  await field.fill('bread ');
  await expect(page).toHaveURL(/q=bread$/);
  await expect(field).toHaveValue('bread ');
  await field.pressSequentially('and salt');
  await expect(page).toHaveURL(/q=bread\+and\+salt$/);
  await page.goBack();
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
  await page.getByRole('main').getByRole('combobox', { name: t('search.label'), exact: true }).fill(nonsense);
  await expect(page.getByRole('heading', { name: t('search.nothingTitle', { q: nonsense }) })).toBeVisible();
});

test('suggestions come while one types, and are chosen by keys', async ({ page, t, town, newcomer, language }) => {
  const { author } = town;
  const tag = aWord();
  await publish(author, `Under a tag #${tag}`);
  await eventually('the hashtag in the index', async () => {
    const { hashtags } = await newcomer.api.get<{ hashtags: unknown[] }>(`/api/v2/search?type=hashtags&q=${tag}`);
    return hashtags.length > 0;
  });
  await enter(page, newcomer);
  await page.goto('/search');
  const field = page.getByRole('main').getByRole('combobox', { name: t('search.label'), exact: true });
  await field.pressSequentially(author.username);
  const list = page.getByRole('listbox', { name: t('search.suggestions') });
  const person = list.getByRole('option').filter({ hasText: author.name });
  await expect(person).toBeVisible();
  await expect(field).toHaveAttribute('aria-expanded', 'true');
  await expectFitToBeSeen(page, `suggestions-${language}`);
  await field.press('ArrowDown');
  await expect(list.getByRole('option').first()).toHaveAttribute('aria-selected', 'true');
  await expect(field).toHaveAttribute('aria-activedescendant', (await list.getByRole('option').first().getAttribute('id')) ?? '');
  await field.press('ArrowUp');
  await expect(list.getByRole('option', { selected: true })).toHaveCount(0);
  await field.press('Escape');
  await expect(list).toBeHidden();
  await expect(field).toHaveValue(author.username);
  await field.press('Escape');
  await expect(field).toHaveValue('');

  await field.fill(tag.slice(0, 9));
  await expect(list.getByRole('option').filter({ hasText: tag })).toBeVisible();
  await field.press('ArrowDown');
  await field.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/tags/${tag}$`));
});

test('searches are remembered and saved, run again and forgotten', async ({ page, t, newcomer, language }) => {
  const [first, second] = [aWord(), aWord()];
  await enter(page, newcomer);
  await page.goto('/search');
  await expect(page.getByRole('heading', { name: t('search.startTitle') })).toBeVisible();
  const field = page.getByRole('main').getByRole('combobox', { name: t('search.label'), exact: true });
  for (const word of [first, second]) {
    await field.fill(word);
    await field.press('Enter');
    await expect(page.getByRole('heading', { name: t('search.nothingTitle', { q: word }) })).toBeVisible();
  }
  const save = page.getByRole('button', { name: t('search.save') });
  await save.click();
  await expect(save).toHaveAttribute('aria-pressed', 'true');

  await field.fill('');
  const recent = page.getByRole('region', { name: t('search.recent') });
  await expect(recent.getByRole('link')).toHaveText([second, first]);
  await expectFitToBeSeen(page, `own-searches-${language}`);
  await recent.getByRole('button', { name: t('search.forget', { q: first }) }).click();
  await expect(recent.getByRole('link')).toHaveText([second]);
  await expect(recent.getByRole('link', { name: second })).toBeFocused();
  await recent.getByRole('button', { name: t('search.forgetAll') }).click();
  await expect(recent).toBeHidden();

  const saved = page.getByRole('region', { name: t('search.saved') });
  await saved.getByRole('link', { name: second }).click();
  await expect(page).toHaveURL(new RegExp(`q=${second}$`));
  await page.goBack();
  await saved.getByRole('button', { name: t('search.deleteSaved', { q: second }) }).click();
  await expect(page.getByRole('heading', { name: t('search.startTitle') })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: t('search.startTitle') })).toBeVisible();
});

test('filters write operators, and show those that are typed', async ({ page, t, town, language }) => {
  const { author } = town;
  await enter(page, town.reader);
  await page.goto('/search?q=tea');
  const field = page.getByRole('main').getByRole('combobox', { name: t('search.label'), exact: true });
  await page.getByRole('button', { name: t('search.filters'), exact: true }).click();
  const controls = page.getByRole('region', { name: t('search.filters'), exact: true });
  await controls.getByLabel(t('search.author')).fill(author.username);
  await controls.getByRole('button', { name: t('search.poll'), exact: true }).click();
  await controls.getByLabel(t('search.after')).fill('2026-03-01');
  await controls.getByLabel(t('search.where')).selectOption('library');
  await expect(field).toHaveValue(`tea from:${author.username} has:poll after:2026-03-01 in:library`);
  await expect(page).toHaveURL(/in%3Alibrary$/);
  await expectFitToBeSeen(page, `search-filters-${language}`);

  const chip = (filter: string) =>
    page.getByRole('main').getByRole('button', { name: t('search.removeFilter', { filter }), exact: true });
  await chip(t('search.with', { what: t('search.poll') })).click();
  await expect(field).toHaveValue(`tea from:${author.username} after:2026-03-01 in:library`);
  await expect(controls.getByRole('button', { name: t('search.poll'), exact: true })).toHaveAttribute('aria-pressed', 'false');
  await field.fill('tea -is:reply before:never');
  await expect(chip(t('search.without', { what: t('search.reply') }))).toBeVisible();
  await expect(page.locator('.search-chip:not([aria-pressed])')).toHaveCount(1);
});
