import type { Page } from '@playwright/test';

import { expect, test } from './support/fixtures';
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
