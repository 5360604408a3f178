import type { Page } from '@playwright/test';

import { eventually } from './support/eventually';
import { expect, test } from './support/fixtures';
import { expectFitToBeSeen } from './support/looks';
import { type Person, comesHome, enter, follow, publish } from './support/person';
import { shown, title } from './support/screen';
import type { Texts } from './support/texts';

interface Relationship {
  following: boolean;
  followed_by: boolean;
  showing_reblogs: boolean;
  notifying: boolean;
  languages: string[] | null;
  requested: boolean;
}

/** How somebody stands to another, as the server knows it. */
async function relation(person: Person, other: Person): Promise<Relationship | undefined> {
  const [found] = await person.api.get<Relationship[]>(`/api/v1/accounts/relationships?id[]=${other.id}`);
  return found;
}

/** Opens the menu on somebody's page, and presses an entry. */
async function choose(page: Page, t: Texts, { name }: Person, entry: string): Promise<void> {
  await page.getByRole('button', { name: t('relation.menu', { name }), exact: true }).click();
  await page.getByRole('button', { name: entry, exact: true }).click();
}

test('somebody is muted for a day, and heard again', async ({ page, t, town, newcomer, language }) => {
  const { author } = town;
  const { name } = author;
  await follow(newcomer, author);
  const post = await publish(author, 'Too loud for today');
  await comesHome(newcomer, post);
  await enter(page, newcomer);
  await page.goto(`/@${author.username}`);
  await choose(page, t, author, t('relation.muteMenu'));
  const dialog = page.getByRole('dialog', { name: t('relation.muteTitle', { name }) });
  await dialog.getByLabel(t('relation.howLong')).selectOption({ label: t('duration.days', { count: 1 }) });
  await dialog.getByRole('button', { name: t('relation.mute'), exact: true }).click();
  await expect(page.getByText(t('relation.mutedDone', { name }))).toBeVisible();

  await page.goto('/settings/mutes');
  const list = page.getByRole('region', { name: t('relation.mutes') });
  await expect(list.getByRole('link', { name })).toBeVisible();
  await expect(list.getByText(t('relation.until', { when: '' }).trim())).toBeVisible();
  await expectFitToBeSeen(page, `mutes-${language}`);
  await list.getByRole('button', { name: `${t('relation.unmute')} ${name}` }).click();
  await expect(list.getByRole('button', { name: `${t('relation.mute')} ${name}` })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: t('relation.mutesEmpty') })).toBeVisible();
});

test('who is blocked is gone from both sides until that is taken back', async ({ page, t, town, newcomer, language }) => {
  const { author } = town;
  const { name } = author;
  await follow(newcomer, author);
  await enter(page, newcomer);
  await page.goto(`/@${author.username}`);
  await expect(shown(page, town.plain)).toBeVisible();
  await choose(page, t, author, t('relation.blockMenu'));
  const dialog = page.getByRole('dialog', { name: t('relation.blockTitle', { name }) });
  await dialog.getByRole('button', { name: t('relation.block'), exact: true }).click();
  await expect(page.getByRole('heading', { name: t('relation.blocked', { name }) })).toBeVisible();
  await expect(shown(page, town.plain)).toBeHidden();
  await expect.poll(async () => (await relation(newcomer, author))?.following).toBe(false);

  await page.goto('/settings/blocks');
  const list = page.getByRole('region', { name: t('relation.blocks') });
  const unblock = list.getByRole('button', { name: `${t('relation.unblock')} ${name}` });
  await expect(unblock).toBeVisible();
  await expectFitToBeSeen(page, `blocks-${language}`);
  await unblock.click();
  await expect(list.getByRole('button', { name: `${t('relation.block')} ${name}` })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: t('relation.blocksEmpty') })).toBeVisible();
  await page.goto(`/@${author.username}`);
  await expect(shown(page, town.plain)).toBeVisible();
});

test('who approves followers lets one in and declines another', async ({ page, t, town, newcomer, language }) => {
  const { author, neighbour } = town;
  await newcomer.api.patch('/api/v1/accounts/update_credentials', { locked: true });
  await enter(page, author);
  await page.goto(`/@${newcomer.username}`);
  const profile = page.getByRole('region', { name: t('profile.about', { name: newcomer.name }) });
  await profile.getByRole('button', { name: `${t('profile.follow')} ${newcomer.name}`, exact: true }).click();
  await expect(profile.getByRole('button', { name: `${t('profile.requested')} ${newcomer.name}` })).toBeVisible();
  await expect.poll(async () => (await relation(author, newcomer))?.requested).toBe(true);
  await follow(neighbour, newcomer);

  await page.context().clearCookies();
  await enter(page, newcomer);
  await page.goto('/');
  const label = t('relation.requests');
  const navigation = page.getByRole('navigation', { name: t('nav.main') });
  await navigation.getByRole('link', { name: t('nav.unread', { label, count: 2 }) }).click();
  await expect(title(page, label)).toBeFocused();
  const accept = page.getByRole('button', { name: `${t('notifications.accept')} ${author.name}` });
  await expect(accept).toBeVisible();
  await expectFitToBeSeen(page, `follow-requests-${language}`);
  await accept.click();
  await expect(accept).toBeHidden();
  await page.getByRole('button', { name: `${t('notifications.decline')} ${neighbour.name}` }).click();
  await expect(page.getByRole('heading', { name: t('relation.requestsEmptyTitle') })).toBeVisible();
  await expect(navigation.getByRole('link', { name: label, exact: true })).toBeVisible();
  expect(await relation(newcomer, author)).toMatchObject({ followed_by: true });
  expect(await relation(newcomer, neighbour)).toMatchObject({ followed_by: false });
});

test('somebody is followed without boosts, in one language, and with a word of each post', async ({
  page,
  t,
  town,
  newcomer,
}) => {
  const { author } = town;
  const name = { name: author.name };
  await follow(newcomer, author);
  await enter(page, newcomer);
  await page.goto(`/@${author.username}`);
  await page.getByRole('button', { name: t('relation.notify', name) }).click();
  await expect(page.getByRole('button', { name: t('relation.notify', name) })).toHaveAttribute('aria-pressed', 'true');
  await choose(page, t, author, t('relation.hideBoosts'));
  await expect.poll(async () => (await relation(newcomer, author))?.showing_reblogs).toBe(false);

  await choose(page, t, author, t('relation.languages'));
  const dialog = page.getByRole('dialog', { name: t('relation.languagesTitle', name) });
  await dialog.locator('#language-ca').check();
  await dialog.getByRole('button', { name: t('compose.save') }).click();
  await expect.poll(() => relation(newcomer, author)).toMatchObject({
    following: true,
    notifying: true,
    showing_reblogs: false,
    languages: ['ca'],
  });
});

test('a note about somebody is kept, and nobody else sees it', async ({ page, t, town, newcomer }) => {
  const { author } = town;
  const note = 'Lent me a ladder in May';
  await enter(page, newcomer);
  await page.goto(`/@${author.username}`);
  await choose(page, t, author, t('relation.note'));
  const dialog = page.getByRole('dialog', { name: t('relation.noteTitle', { name: author.name }) });
  await dialog.getByLabel(t('relation.note')).fill(note);
  await dialog.getByRole('button', { name: t('relation.noteSave') }).click();
  await expect(dialog).toBeHidden();
  await page.reload();
  await expect(page.getByText(note)).toBeVisible();

  await page.context().clearCookies();
  await enter(page, town.reader);
  await page.reload();
  await expect(shown(page, town.plain)).toBeVisible();
  await expect(page.getByText(note)).toBeHidden();
});

test('a follower is removed', async ({ page, t, town, newcomer }) => {
  const { neighbour } = town;
  await follow(neighbour, newcomer);
  await enter(page, newcomer);
  await page.goto(`/@${neighbour.username}`);
  await expect(page.getByText(t('profile.followsYou'))).toBeVisible();
  await choose(page, t, neighbour, t('relation.remove'));
  const dialog = page.getByRole('dialog', { name: t('relation.removeTitle', { name: neighbour.name }) });
  await dialog.getByRole('button', { name: t('relation.remove') }).click();
  await expect(page.getByText(t('profile.followsYou'))).toBeHidden();
  await expect.poll(async () => (await relation(newcomer, neighbour))?.followed_by).toBe(false);
});

test('a profile names those among its followers whom one follows', async ({ page, t, town, newcomer }) => {
  await follow(newcomer, town.reader);
  await enter(page, newcomer);
  await page.goto(`/@${town.author.username}`);
  await expect(page.getByText(t('profile.familiar', { names: town.reader.name }))).toBeVisible();
});

test('a newcomer is shown people to follow, and sends one away', async ({ page, t, town, newcomer, language }) => {
  await follow(town.neighbour, town.author);
  const [first] = await eventually('somebody to suggest', async () => {
    const found = await newcomer.api.get<{ account: { display_name: string } }[]>('/api/v2/suggestions');
    return found.length > 0 && found;
  });
  const name = first?.account.display_name ?? '';
  await enter(page, newcomer);
  await page.goto('/');
  const people = page.getByRole('main').getByRole('region', { name: t('people.title') });
  const dismiss = people.getByRole('button', { name: t('people.dismiss', { name }), exact: true });
  await expect(dismiss).toBeVisible();
  await expectFitToBeSeen(page, `home-newcomer-${language}`);
  await dismiss.click();
  await expect(dismiss).toBeHidden();
  await page.reload();
  await expect(page.getByRole('heading', { name: t('timeline.homeEmptyTitle') })).toBeVisible();
  await expect(dismiss).toBeHidden();
});

test('the menu of a person is worked by keys alone', async ({ page, t, town }) => {
  const { neighbour } = town;
  await enter(page, town.reader);
  await page.goto(`/@${neighbour.username}`);
  const menu = page.getByRole('button', { name: t('relation.menu', { name: neighbour.name }) });
  await menu.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('button', { name: t('relation.mention') })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: t('relation.noteTitle', { name: neighbour.name }) });
  await expect(dialog.getByLabel(t('relation.note'))).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(menu).toBeFocused();
});
