import type { Page } from '@playwright/test';

import { expect, test } from './support/fixtures';
import { expectFitToBeSeen } from './support/looks';
import { aWord, enter, publish } from './support/person';
import { shown } from './support/screen';
import { languageName, type Texts } from './support/texts';
import { FOREIGN_LANGUAGE } from './support/town';

/** Opens the menu of the only own post on the page, and presses an entry. */
async function choose(page: Page, t: Texts, entry: string): Promise<void> {
  await page.getByRole('main').getByRole('button', { name: t('post.moreActions'), exact: true }).first().click();
  await page.getByRole('button', { name: entry, exact: true }).click();
}

test('a thread is read and answered', async ({ page, t, town }) => {
  const { question, reply, author } = town;
  await enter(page, town.reader);
  await page.goto(question.path);
  const replies = page.getByRole('region', { name: t('post.replies') });
  await expect(shown(replies, reply)).toContainText('Schrödinger');

  await shown(page, question).getByRole('button', { name: t('post.replyAction') }).click();
  const dialog = page.getByRole('dialog', { name: t('compose.replyTitle') });
  const text = dialog.getByLabel(t('compose.text'), { exact: true });
  await expect(text).toHaveValue(`@${author.username} `);
  const answer = `Call it ${aWord()}`;
  await text.pressSequentially(answer);
  await dialog.getByRole('button', { name: t('compose.publish'), exact: true }).click();
  await expect(dialog).toBeHidden();
  const answered = replies.getByRole('article').filter({ hasText: answer });
  await expect(answered).toBeVisible();

  await answered.getByRole('link').filter({ has: page.locator('time') }).click();
  await expect(page.locator('.post-whole')).toContainText(answer);
  await expect(shown(page, question)).toBeVisible();
});

test('a post in another language is translated, and the original is one click away', async ({
  page,
  t,
  language,
  town,
}) => {
  const { provider } = await town.reader.api.post<{ provider: string }>(
    `/api/v1/statuses/${town.foreign.id}/translate`,
    { lang: language },
  );
  await enter(page, town.reader);
  await page.goto(town.foreign.path);
  const post = shown(page, town.foreign);
  await post.getByRole('button', { name: t('translate.action') }).click();
  await expect(post.getByRole('status')).toContainText(
    t('translate.done', { language: languageName(FOREIGN_LANGUAGE, language), provider }),
  );
  await expect(post.locator(`.rich-text[lang="${language}"]`)).toContainText(`[${language}]`);
  await post.getByRole('button', { name: t('translate.original') }).click();
  await expect(post.locator(`.rich-text[lang="${FOREIGN_LANGUAGE}"]`)).toHaveText(town.foreign.text);
});

test('a post is edited, and its history stays', async ({ page, t, town }) => {
  const post = await publish(town.reader, `First words of ${aWord()}`);
  await enter(page, town.reader);
  await page.goto(post.path);
  await choose(page, t, t('post.edit'));
  const dialog = page.getByRole('dialog', { name: t('compose.editTitle') });
  const text = dialog.getByLabel(t('compose.text'), { exact: true });
  await expect(text).toHaveValue(post.text);
  await text.fill('Better *words*');
  await dialog.getByRole('button', { name: t('compose.save') }).click();
  await expect(shown(page, post).locator('em')).toHaveText('words');
  await expect(shown(page, post)).toContainText(t('post.editedAt', { when: '' }).trim());

  await choose(page, t, t('post.history'));
  const versions = page.getByRole('dialog', { name: t('post.history') }).getByRole('listitem');
  await expect(versions).toHaveText([/Better words/, new RegExp(post.text)]);
});

test('a post is deleted, and not when one changes ones mind', async ({ page, t, town }) => {
  const post = await publish(town.reader, `Soon gone: ${aWord()}`);
  await page.clock.install();
  await enter(page, town.reader);
  await page.goto(post.path);
  await choose(page, t, t('post.delete'));
  await expect(page.getByText(t('post.deleted'))).toBeVisible();
  await page.getByRole('button', { name: t('common.undo') }).click();
  await page.clock.fastForward('00:30');
  expect(await town.reader.api.status(`/api/v1/statuses/${post.id}`)).toBe(200);

  await page.goto(post.path);
  await choose(page, t, t('post.delete'));
  await expect(page.getByText(t('post.deleted'))).toBeVisible();
  await page.clock.fastForward('00:30');
  await expect.poll(() => town.reader.api.status(`/api/v1/statuses/${post.id}`)).toBe(404);
  await page.goto(post.path);
  await expect(page.getByRole('heading', { name: t('post.goneTitle') })).toBeVisible();
});

test('favourite, boost and bookmark are kept, and taken back', async ({ page, t, town }) => {
  const post = await publish(town.author, `Worth a star: ${aWord()}`);
  const actions = [
    { name: t('post.favourite'), flag: 'favourited' },
    { name: t('post.boost'), flag: 'reblogged' },
    { name: t('post.bookmark'), flag: 'bookmarked' },
  ] as const;
  const turn = async (on: boolean): Promise<void> => {
    await page.goto(post.path);
    for (const { name, flag } of actions) {
      const button = shown(page, post).getByRole('button', { name });
      await expect(button).toHaveAttribute('aria-pressed', String(!on));
      await button.click();
      await expect(button).toHaveAttribute('aria-pressed', String(on));
      await expect
        .poll(async () => (await town.reader.api.get<Record<string, unknown>>(`/api/v1/statuses/${post.id}`))[flag])
        .toBe(on);
    }
  };

  await enter(page, town.reader);
  await turn(true);
  for (const list of ['/favourites', '/bookmarks']) {
    await page.goto(list);
    await expect(shown(page, post)).toBeVisible();
  }
  await turn(false);
});

test('those who are not signed in are asked to before they act', async ({ page, t, town }) => {
  await page.goto(town.plain.path);
  await shown(page, town.plain).getByRole('button', { name: t('post.favourite') }).click();
  await expect(page.getByText(t('session.needed'))).toBeVisible();
});

test('a post is pinned on top of its author, and taken down', async ({ page, t, newcomer }) => {
  const post = await publish(newcomer, `Read me first: ${aWord()}`);
  await publish(newcomer, 'Something newer');
  await enter(page, newcomer);
  await page.goto(post.path);
  await choose(page, t, t('post.pin'));
  await expect(page.getByText(t('post.pinned'))).toBeVisible();
  await page.goto(`/@${newcomer.username}`);
  const pinned = page.getByRole('region', { name: t('post.pinnedHere') });
  await expect(shown(pinned, post)).toContainText(t('post.pinnedHere'));

  await choose(page, t, t('post.unpin'));
  await expect(page.getByText(t('post.unpinned'))).toBeVisible();
  await expect(pinned).toBeHidden();
});

test('a conversation is muted, and heard again', async ({ page, t, town }) => {
  const muted = async (): Promise<boolean> =>
    (await town.reader.api.get<{ muted: boolean }>(`/api/v1/statuses/${post.id}`)).muted;
  const post = await publish(town.reader, `A long talk about ${aWord()}`);
  await enter(page, town.reader);
  await page.goto(post.path);
  await choose(page, t, t('post.muteThread'));
  await expect(page.getByText(t('post.threadMuted'))).toBeVisible();
  await expect.poll(muted).toBe(true);
  await choose(page, t, t('post.unmuteThread'));
  await expect.poll(muted).toBe(false);
});

test('a post tells who boosted and who liked it', async ({ page, t, town, language }) => {
  const post = await publish(town.author, `Worth telling: ${aWord()}`);
  await town.reader.api.post(`/api/v1/statuses/${post.id}/reblog`);
  await town.neighbour.api.post(`/api/v1/statuses/${post.id}/favourite`);
  await enter(page, town.reader);
  await page.goto(post.path);
  await page.getByRole('link', { name: t('post.boosts', { count: 1 }) }).click();
  const boosters = page.getByRole('region', { name: t('post.boostedByTitle') });
  await expect(boosters.getByRole('link', { name: town.reader.name })).toBeVisible();
  await page.getByRole('navigation', { name: t('post.reactions') }).getByRole('link', { name: t('post.favouritesTab') }).click();
  const likers = page.getByRole('region', { name: t('post.favouritedByTitle') });
  await expect(likers.getByRole('link', { name: town.neighbour.name })).toBeVisible();
  await expectFitToBeSeen(page, `favourited-by-${language}`);
});

test('whoever wrote a post is muted from its menu, and their posts leave', async ({ page, t, town, newcomer }) => {
  await enter(page, newcomer);
  const tag = aWord();
  const loud = await publish(town.neighbour, `Loud #${tag}`);
  const calm = await publish(town.author, `Calm #${tag}`);
  await page.goto(`/tags/${tag}`);
  await shown(page, loud).getByRole('button', { name: t('post.moreActions'), exact: true }).click();
  await page.getByRole('button', { name: t('relation.muteName', { name: town.neighbour.username }) }).click();
  await page.getByRole('dialog').getByRole('button', { name: t('relation.mute'), exact: true }).click();
  await expect(shown(page, loud)).toBeHidden();
  await expect(shown(page, calm)).toBeVisible();
});
