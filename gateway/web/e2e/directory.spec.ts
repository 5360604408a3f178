import { eventually } from './support/eventually';
import { expect, test } from './support/fixtures';
import { expectFitToBeSeen } from './support/looks';
import { type Person, enter, publish } from './support/person';
import { title } from './support/screen';

interface Found {
  id: string;
}

/** Waits until somebody is found first among those who came last. */
async function isNewest(person: Person): Promise<void> {
  await person.api.patch('/api/v1/accounts/update_credentials', { discoverable: true });
  await eventually(`${person.name} in the directory`, async () => {
    const people = await person.api.get<Found[]>('/api/v1/directory?order=new&limit=40');
    return people.some(({ id }) => id === person.id);
  });
}

test('one looks for people, by keys alone, and follows somebody new', async ({ page, t, town, newcomer, language }) => {
  await isNewest(newcomer);
  await enter(page, town.reader);
  await page.goto('/explore');
  const ways = page.getByRole('navigation', { name: t('trends.views') });
  await ways.getByRole('link', { name: t('search.people') }).focus();
  await page.keyboard.press('Enter');
  await expect(title(page, t('directory.title'))).toBeVisible();
  await expect(ways.getByRole('link', { name: t('search.people') })).toHaveAttribute('aria-current', 'page');

  const orders = page.getByRole('navigation', { name: t('directory.orders') });
  await orders.getByRole('link', { name: t('directory.new') }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/directory\?order=new$/);
  const people = page.getByRole('region', { name: t('directory.title') });
  await expect(people.getByRole('link', { name: newcomer.name })).toBeVisible();
  const follow = people.getByRole('button', { name: `${t('profile.follow')} ${newcomer.name}`, exact: true });
  await follow.focus();
  await page.keyboard.press('Enter');
  await expect(people.getByRole('button', { name: `${t('profile.following')} ${newcomer.name}` })).toBeFocused();
  await expectFitToBeSeen(page, `directory-${language}`);

  const post = await publish(newcomer, 'First words');
  await eventually('the newcomer among the active', async () => {
    const active = await newcomer.api.get<Found[]>('/api/v1/directory?order=active&limit=40');
    return post.id !== '' && active.some(({ id }) => id === newcomer.id);
  });
  await orders.getByRole('link', { name: t('directory.active') }).click();
  await expect(people.getByRole('link', { name: newcomer.name })).toBeVisible();
});

test('the directory is read page by page, by anybody', async ({ page, t, town }) => {
  const account = await town.author.api.get<object>(`/api/v1/accounts/${town.author.id}`);
  const offsets: (string | null)[] = [];
  await page.route('**/api/v1/directory?*', (route) => {
    const params = new URL(route.request().url()).searchParams;
    const offset = Number(params.get('offset') ?? 0);
    offsets.push(params.get('offset'));
    const count = offset === 0 ? Number(params.get('limit')) : 1;
    const json = Array.from({ length: count }, (_, at) => ({ ...account, id: `${offset + at + 1}`, display_name: `Person ${offset + at + 1}` }));
    return route.fulfill({ json });
  });
  await page.goto('/directory');
  const people = page.getByRole('region', { name: t('directory.title') });
  await expect(people.getByRole('link', { name: 'Person 1', exact: false }).first()).toBeVisible();
  await people.getByRole('link', { name: 'Person 40' }).scrollIntoViewIfNeeded();
  await expect(people.getByRole('link', { name: 'Person 41' })).toBeVisible();
  await expect(people.getByText(t('list.end'))).toBeAttached();
  expect(offsets.map(Number)).toEqual([0, 40]);
});

test('an empty directory says how one gets into it, and a failing one is asked again', async ({ page, t }) => {
  let answer: 'fails' | 'empty' = 'fails';
  await page.route('**/api/v1/directory?*', (route) =>
    answer === 'fails' ? route.fulfill({ status: 500, json: { error: 'No' } }) : route.fulfill({ json: [] }),
  );
  await page.goto('/directory?order=new');
  const again = page.getByRole('button', { name: t('error.retry') });
  await expect(again).toBeVisible({ timeout: 30_000 });
  answer = 'empty';
  await again.click();
  await expect(page.getByRole('heading', { name: t('directory.emptyTitle') })).toBeVisible();
});
