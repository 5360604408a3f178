
import type { Locator, Page } from '@playwright/test';

import { expect, test } from './support/fixtures';
import { expectFitToBeSeen } from './support/looks';
import { type Person, enter } from './support/person';
import { expectPicture, shown, title } from './support/screen';
import type { Language, Texts } from './support/texts';
import { PICTURE_DESCRIPTION, type Town } from './support/town';

interface Site {
  page: Page;
  t: Texts;
  server: Texts;
  town: Town;
}

interface Place {
  name: string;
  /** Who looks at it; nobody in particular when missing. */
  as?: (town: Town) => Person;
  path: (town: Town) => string;
  /** What one does there first. */
  arrive?: (site: Site) => Promise<void>;
  /** What shows when all is there. */
  landmark: (site: Site) => Locator;
}

const asReader = ({ reader }: Town): Person => reader;
const asAuthor = ({ author }: Town): Person => author;

const PLACES: Place[] = [
  { name: 'welcome', path: () => '/', landmark: ({ page, t }) => title(page, t('landing.title')) },
  { name: 'sign-in', path: () => '/auth/sign_in', landmark: ({ page, server }) => title(page, server('sign_in.title')) },
  { name: 'sign-up', path: () => '/auth/sign_up', landmark: ({ page, server }) => title(page, server('sign_up.title')) },
  { name: 'home', as: asReader, path: () => '/', landmark: ({ page, town }) => shown(page, town.plain) },
  { name: 'about', path: () => '/about', landmark: ({ page }) => page.getByText('A server for short posts') },
  { name: 'explore', path: () => '/explore', landmark: ({ page }) => page.getByRole('article').first() },
  {
    name: 'trends',
    as: asReader,
    path: () => '/explore?show=trends',
    landmark: ({ page, t }) => page.getByRole('region', { name: t('trends.posts') }),
  },
  {
    name: 'composer',
    as: asReader,
    path: () => '/',
    arrive: async ({ page, t, town }) => {
      await expect(shown(page, town.plain)).toBeVisible();
      await page.keyboard.press('n');
      await page.getByRole('dialog').getByLabel(t('compose.text'), { exact: true }).fill('What I **mean** to say');
    },
    landmark: ({ page, t }) => page.getByRole('dialog', { name: t('compose.new') }),
  },
  { name: 'post', as: asReader, path: ({ question }) => question.path, landmark: ({ page, town }) => shown(page, town.reply) },
  {
    name: 'profile',
    as: asReader,
    path: ({ author }) => `/@${author.username}`,
    landmark: ({ page, town }) => shown(page, town.plain),
  },
  { name: 'own-profile', as: asAuthor, path: ({ author }) => `/@${author.username}`, landmark: ({ page, town }) => shown(page, town.plain) },
  { name: 'edit-profile', as: asAuthor, path: () => '/settings/profile', landmark: ({ page, t }) => title(page, t('profile.edit')) },
  {
    name: 'followers',
    as: asAuthor,
    path: ({ author }) => `/@${author.username}/followers`,
    landmark: ({ page, town }) => page.getByRole('main').getByRole('link', { name: town.reader.name }),
  },
  { name: 'search', path: () => '/search?q=bread', landmark: ({ page, t }) => page.getByRole('region', { name: t('search.results') }) },
  {
    name: 'search-people',
    as: asReader,
    path: ({ author }) => `/search?q=${author.username}&type=accounts`,
    landmark: ({ page, town }) => page.getByRole('main').getByRole('link', { name: town.author.name }),
  },
  { name: 'notifications', as: asAuthor, path: () => '/notifications', landmark: ({ page }) => page.getByRole('article').first() },
  { name: 'settings', as: asReader, path: () => '/settings', landmark: ({ page, t }) => title(page, t('nav.settings')) },
  { name: 'not-found', path: () => '/nowhere', landmark: ({ page, t }) => title(page, t('notFound.title')) },
];

/** The two languages that go to all places share what axe reads there. */
const HALF: Record<Language, 'first' | 'second'> = { en: 'first', es: 'second', ar: 'first' };

for (const { name, as, path, arrive, landmark } of PLACES) {
  test(`${name} is fit to be seen`, async ({ page, t, server, town, language }) => {
    const site = { page, t, server, town };
    if (as !== undefined) {
      await enter(page, as(town));
    }
    await page.goto(path(town));
    await arrive?.(site);
    await expect(landmark(site)).toBeVisible();
    await expectFitToBeSeen(page, `${name}-${language}`, HALF[language]);
  });
}

test('a picture is fit to be seen', async ({ page, pictured, language }) => {
  await page.goto(pictured.path);
  await expectPicture(shown(page, pictured).getByAltText(PICTURE_DESCRIPTION));
  await expectFitToBeSeen(page, `picture-${language}`, HALF[language]);
});
