import { expect, test } from './support/fixtures';
import { aWord, enter } from './support/person';
import { shown, title } from './support/screen';

const OUTAGE = { status: 503, json: { error: 'Unavailable' } };

test('an address with nothing at it says so', async ({ page, t }) => {
  await page.goto('/nowhere/at/all');
  await expect(title(page, t('notFound.title'))).toBeVisible();
  await page.getByRole('link', { name: t('notFound.home'), exact: true }).click();
  await expect(title(page, t('landing.title'))).toBeVisible();

  await page.goto(`/@${aWord()}`);
  await expect(page.getByRole('heading', { name: t('profile.goneTitle') })).toBeVisible();
  await page.goto('/@nobody/1');
  await expect(page.getByRole('heading', { name: t('post.goneTitle') })).toBeVisible();
});

test('a part that is down says so, and can be tried again', async ({ page, t, town }) => {
  await enter(page, town.reader);
  await page.route('**/api/v1/timelines/home**', (route) => route.fulfill(OUTAGE));
  await page.goto('/');
  await expect(page.getByRole('alert')).toContainText(t('error.unavailable'));
  await page.unroute('**/api/v1/timelines/home**');
  await page.getByRole('alert').getByRole('button', { name: t('error.retry') }).click();
  await expect(shown(page, town.plain)).toBeVisible();
});

test('a mistake of the page itself is not called an outage', async ({ page, t, town }) => {
  await page.route('**/api/v1/accounts/lookup**', (route) => route.fulfill({ json: { acct: town.author.username } }));
  await page.goto(`/@${town.author.username}`);
  await expect(page.getByRole('alert')).toContainText(t('error.unknown'));
});

test('a favourite that the server refuses is taken back', async ({ page, t, town }) => {
  await enter(page, town.reader);
  await page.goto(town.plain.path);
  await page.route('**/favourite', (route) => route.fulfill(OUTAGE));
  const star = shown(page, town.plain).getByRole('button', { name: t('post.favourite') });
  await star.click();
  await expect(page.getByText(t('error.notDone'))).toBeVisible();
  await expect(star).toHaveAttribute('aria-pressed', 'false');
});

test('without the network the page says so, and goes on by itself when it is back', async ({ page, t, town }) => {
  await enter(page, town.reader);
  await page.goto('/search');
  const field = page.getByRole('main').getByRole('combobox', { name: t('search.label'), exact: true });
  await expect(field).toBeFocused();
  await page.context().setOffline(true);
  await field.fill('lighthouse');
  await expect(page.getByRole('alert')).toContainText(t('error.offline'));
  await page.context().setOffline(false);
  await expect(page.getByRole('alert')).toBeHidden();
  await expect(page.getByRole('region', { name: t('search.results') })).toBeVisible();
});
