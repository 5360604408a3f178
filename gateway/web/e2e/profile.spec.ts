import { expect, test } from './support/fixtures';
import { expectFitToBeSeen } from './support/looks';
import { aWord, enter, follow, publish } from './support/person';
import { choosePicture, expectPicture, shown, title } from './support/screen';

test('a person is followed and unfollowed on their profile', async ({ page, t, town, newcomer }) => {
  const { author } = town;
  const follows = async (): Promise<boolean | undefined> => {
    const [relationship] = await newcomer.api.get<{ following: boolean }[]>(
      `/api/v1/accounts/relationships?id[]=${author.id}`,
    );
    return relationship?.following;
  };
  await enter(page, newcomer);
  await page.goto(`/@${author.username}`);
  const profile = page.getByRole('region', { name: t('profile.about', { name: author.name }) });
  const follow = profile.getByRole('button', { name: `${t('profile.follow')} ${author.name}`, exact: true });
  const unfollow = profile.getByRole('button', { name: `${t('profile.following')} ${author.name}`, exact: true });
  await follow.click();
  await expect(unfollow).toHaveAttribute('aria-pressed', 'true');
  await expect.poll(follows).toBe(true);

  await page.reload();
  await unfollow.click();
  await expect(follow).toHaveAttribute('aria-pressed', 'false');
  await expect.poll(follows).toBe(false);
});

test('unfollowing is undone, and nothing of it reaches the server', async ({ page, t, town }) => {
  const { author, reader } = town;
  const sent: string[] = [];
  page.on('request', (request) => sent.push(request.url()));
  await enter(page, reader);
  await page.goto(`/@${author.username}`);
  const unfollow = page.getByRole('button', { name: `${t('profile.following')} ${author.name}`, exact: true });
  await unfollow.click();
  await expect(page.getByText(t('profile.unfollowed', { name: author.name }))).toBeVisible();
  await page.getByRole('button', { name: t('common.undo') }).click();
  await expect(unfollow).toBeVisible();
  await expect(page.getByText(t('profile.unfollowed', { name: author.name }))).toBeHidden();
  expect(sent.filter((url) => url.endsWith('/unfollow'))).toEqual([]);
});

test('who has not saved the profile is asked before leaving it', async ({ page, t, newcomer }) => {
  await enter(page, newcomer);
  await page.goto('/');
  const home = page.getByRole('navigation', { name: t('nav.main') }).getByRole('link', { name: t('nav.home') });
  await page.goto('/settings/profile');
  const name = page.getByLabel(t('profile.displayName'), { exact: true });
  await name.fill('Somebody else');
  await home.click();
  const question = page.getByRole('dialog', { name: t('shell.leaveTitle') });
  await question.getByRole('button', { name: t('common.cancel') }).click();
  await expect(name).toHaveValue('Somebody else');
  await home.click();
  await question.getByRole('button', { name: t('shell.leave') }).click();
  await expect(title(page, t('nav.home'))).toBeVisible();

  await page.goto('/settings/profile');
  await name.fill(newcomer.name);
  await home.click();
  await expect(title(page, t('nav.home'))).toBeVisible();
});

test('a picture is cropped by keys alone, to the shape in which it shows', async ({ page, t, newcomer }) => {
  await enter(page, newcomer);
  await page.goto('/settings/profile');
  await choosePicture(page, page.getByRole('button', { name: t('profile.changeAvatar') }));
  const dialog = page.getByRole('dialog', { name: t('crop.title') });
  const area = dialog.getByRole('application', { name: t('crop.area') });
  await area.focus();
  await page.keyboard.press('ArrowRight');
  await dialog.getByLabel(t('crop.zoom')).press('ArrowRight');
  await dialog.getByRole('button', { name: t('crop.use') }).press('Enter');
  const shownSize = () =>
    page.locator('.edit-avatar img').evaluate((it) => [(it as HTMLImageElement).naturalWidth, (it as HTMLImageElement).naturalHeight]);
  await expect.poll(shownSize).toEqual([expect.any(Number), expect.any(Number)]);
  const [width = 0, height = 1] = await shownSize();
  expect(width).toBe(height);
  expect(width).toBeLessThan(300);
});

test('a profile shows posts, replies and pictures apart, and who follows', async ({ page, t, town, pictured }) => {
  const { author, neighbour, reader } = town;
  await page.goto(`/@${neighbour.username}`);
  const views = page.getByRole('navigation', { name: t('profile.views') });
  await expect(title(page, neighbour.name)).toBeVisible();
  await expect(shown(page, town.reply)).toBeHidden();
  await views.getByRole('link', { name: t('profile.replies') }).click();
  await expect(shown(page, town.reply)).toBeVisible();

  await page.goto(`/@${author.username}`);
  await views.getByRole('link', { name: t('profile.media') }).click();
  await expect(shown(page, pictured)).toBeVisible();
  await expect(shown(page, town.plain)).toBeHidden();
  await page.getByRole('link', { name: t('profile.followersCount', { count: 1 }) }).click();
  await expect(page.getByRole('link', { name: reader.name })).toBeVisible();
});

test('one tells who one is, with a picture', async ({ page, t, newcomer }) => {
  const name = `Nora of ${aWord(8)}`;
  await enter(page, newcomer);
  await page.goto(`/@${newcomer.username}`);
  const avatar = page.locator('img.profile-avatar');
  const before = await avatar.getAttribute('src');
  await page.getByRole('link', { name: t('profile.edit') }).click();

  await page.getByLabel(t('profile.displayName'), { exact: true }).fill(name);
  await page.getByLabel(t('profile.note'), { exact: true }).fill('Bakes bread and reads maps.');
  await page.getByLabel(t('profile.fieldName', { number: 1 })).fill('Village');
  await page.getByLabel(t('profile.fieldValue', { number: 1 })).fill('By the sea');
  await choosePicture(page, page.getByRole('button', { name: t('profile.changeAvatar') }));
  await page.getByRole('button', { name: t('crop.use') }).click();
  await page.getByRole('button', { name: t('profile.save') }).click();

  await expect(page).toHaveURL(new RegExp(`/@${newcomer.username}$`));
  await page.reload();
  await expect(title(page, name)).toBeVisible();
  await expect(page.getByText('Bakes bread and reads maps.')).toBeVisible();
  await expect(page.getByRole('definition')).toHaveText('By the sea');
  await expectPicture(avatar);
  expect(await avatar.getAttribute('src')).not.toBe(before);
});

test('a profile says what it may be used for, and loses its picture again', async ({ page, t, newcomer }) => {
  const link = 'https://example.org/nora';
  await enter(page, newcomer);
  await page.goto('/settings/profile');
  await choosePicture(page, page.getByRole('button', { name: t('profile.changeHeader') }));
  await page.getByRole('button', { name: t('crop.whole') }).click();
  await page.getByLabel(t('profile.fieldName', { number: 1 })).fill('Site');
  await page.getByLabel(t('profile.fieldValue', { number: 1 })).fill(link);
  await expect(page.getByText(t('profile.notVerified'))).toBeVisible();
  await page.getByLabel(t('profile.botLabel')).check();
  await page.getByLabel(t('profile.indexableLabel')).uncheck();
  await page.getByRole('button', { name: t('profile.save') }).click();
  await expect(page.getByText(t('profile.bot'), { exact: true })).toBeVisible();
  const header = page.locator('.profile-header img');
  await expectPicture(header);
  await expect(header).not.toHaveAttribute('src', /missing/);
  expect(await newcomer.api.get('/api/v1/accounts/verify_credentials')).toMatchObject({ bot: true, indexable: false });

  await page.getByRole('link', { name: t('profile.edit') }).click();
  await page.getByRole('button', { name: t('profile.removeHeader') }).click();
  await page.getByRole('button', { name: t('profile.save') }).click();
  await expect(header).toHaveAttribute('src', /missing/);
});

test('an account that is closed or has moved says so', async ({ page, t, town }) => {
  const { author, neighbour } = town;
  const [account, moved] = await Promise.all(
    [author, neighbour].map(({ id }) => author.api.get<object>(`/api/v1/accounts/${id}`)),
  );
  const closed = { ...account, suspended: true, moved };
  await page.route(`**/lookup?acct=${author.username}`, (route) => route.fulfill({ json: closed }));
  await enter(page, town.reader);
  await page.goto(`/@${author.username}`);
  await expect(page.getByText(t('profile.suspended'))).toBeVisible();
  await expect(page.getByText(t('profile.moved', { name: author.name }))).toBeVisible();
  await page.getByRole('link', { name: `@${neighbour.username}`, exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`/@${neighbour.username}$`));
});

test('one says which websites may name one, one domain a line', async ({ page, t, newcomer }) => {
  const domains = async () =>
    (await newcomer.api.get<{ source: { attribution_domains: string[] } }>('/api/v1/accounts/verify_credentials')).source
      .attribution_domains;
  await enter(page, newcomer);
  await page.goto('/settings/profile');
  const field = page.getByLabel(t('profile.domains'), { exact: true });
  const save = page.getByRole('button', { name: t('profile.save') });
  await field.fill('blog.example\nno domain');
  await expect(page.getByText(t('profile.domainsWrong', { domain: 'no domain' }))).toBeVisible();
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(save).toBeDisabled();
  await field.fill(' https://Blog.example/about\n*.news.example ');
  await save.click();
  await expect(page).toHaveURL(new RegExp(`/@${newcomer.username}$`));
  expect(await domains()).toEqual(['blog.example', 'news.example']);

  await page.goto('/settings/profile');
  await expect(field).toHaveValue('blog.example\nnews.example');
  await field.fill('');
  await save.click();
  await expect(page).toHaveURL(new RegExp(`/@${newcomer.username}$`));
  expect(await domains()).toEqual([]);
});

test('one features people and hashtags in one\'s profile', async ({ page, t, town, newcomer, language }) => {
  const { author } = town;
  await follow(newcomer, author);
  const tag = aWord();
  const post = await publish(newcomer, `About #${tag}`);
  const other = await publish(newcomer, 'About nothing');
  await enter(page, newcomer);
  await page.goto(`/@${author.username}`);
  const menu = page.getByRole('button', { name: t('relation.menu', { name: author.name }) });
  await menu.click();
  await page.getByRole('button', { name: t('relation.endorse'), exact: true }).click();
  await expect(page.getByText(t('relation.endorsedDone', { name: author.name }))).toBeVisible();
  await page.goto(`/tags/${tag}`);
  const feature = page.getByRole('button', { name: t('tags.feature') });
  await feature.click();
  await expect(feature).toHaveAttribute('aria-pressed', 'true');

  await page.goto(`/@${newcomer.username}`);
  const people = page.getByRole('region', { name: t('profile.endorsed', { name: newcomer.name }) });
  await expect(people.getByRole('link', { name: author.name })).toBeVisible();
  await expectFitToBeSeen(page, `features-${language}`);
  const tags = page.getByRole('navigation', { name: t('profile.featuredTags', { name: newcomer.name }) });
  await tags.getByRole('link', { name: `#${tag}` }).click();
  await expect(shown(page, post)).toBeVisible();
  await expect(shown(page, other)).toBeHidden();
  await tags.getByRole('link', { name: `#${tag}` }).click();
  await expect(shown(page, other)).toBeVisible();

  await people.getByRole('link', { name: author.name }).click();
  await menu.click();
  await page.getByRole('button', { name: t('relation.unendorse'), exact: true }).click();
  await expect(page.getByText(t('relation.unendorsedDone', { name: author.name }))).toBeVisible();
  await page.goto(`/@${newcomer.username}`);
  await expect(tags).toBeVisible();
  await expect(people).toBeHidden();
});
