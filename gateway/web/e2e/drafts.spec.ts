import type { Locator, Page } from '@playwright/test';

import { expect, test } from './support/fixtures';
import { expectFitToBeSeen } from './support/looks';
import { aWord, enter, publish } from './support/person';
import { shown, title } from './support/screen';
import type { Texts } from './support/texts';

/** A browser in which posts go out without a moment to take them back. */
async function sendsAtOnce(page: Page): Promise<void> {
  await page.addInitScript(() => localStorage.setItem('microblog.undoSend', 'off'));
}

/** Opens what writes a new post above any page. */
async function openDialog(page: Page, t: Texts): Promise<Locator> {
  await page.getByRole('button', { name: t('compose.new') }).click();
  return textIn(page.getByRole('dialog', { name: t('compose.new') }), t);
}

function textIn(place: Locator, t: Texts): Locator {
  return place.getByLabel(t('compose.text'), { exact: true });
}

async function send(page: Page, t: Texts): Promise<void> {
  await page.getByRole('button', { name: t('compose.publish'), exact: true }).click();
}

async function close(page: Page, t: Texts): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name: t('common.close') }).first().click();
  await expect(page.getByRole('dialog')).toBeHidden();
}

/** Lets posts wait at the server's door until told to let them in. */
async function holdPosts(page: Page): Promise<() => void> {
  let release: () => void = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/api/v1/statuses', async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

for (const atOnce of [true, false]) {
  test(`nothing is left of a draft that was published ${atOnce ? 'at once' : 'after a moment'}`, async ({ page, t, newcomer }) => {
    await enter(page, newcomer);
    if (atOnce) {
      await sendsAtOnce(page);
    }
    await page.goto('/');
    await page.getByRole('main').getByRole('button', { name: t('compose.placeholder') }).click();
    await textIn(page.getByRole('main'), t).fill(`Written inline: ${aWord()}`);
    await send(page, t);
    await expect(page.getByText(t('compose.published'))).toBeVisible();
    const text = await openDialog(page, t);
    await expect(text).toHaveValue('');

    const words = `Written above: ${aWord()}`;
    await text.fill(words);
    await send(page, t);
    await expect(page.getByRole('article').filter({ hasText: words })).toBeVisible();
    await expect(await openDialog(page, t)).toHaveValue('');
    await page.reload();
    await expect(await openDialog(page, t)).toHaveValue('');
  });
}

test('a post is taken back before it is out, and can be written on', async ({ page, t, newcomer }) => {
  await enter(page, newcomer);
  await page.goto('/');
  const text = await openDialog(page, t);
  await text.fill('Too hasty');
  await send(page, t);
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.getByRole('button', { name: t('common.undo') }).click();
  await expect(text).toHaveValue('Too hasty');
  await text.fill('Well considered');
  await send(page, t);
  await expect(page.getByText(t('compose.published'))).toBeVisible();
  const posts = await newcomer.api.get<{ content: string }[]>(`/api/v1/accounts/${newcomer.id}/statuses`);
  expect(posts.map(({ content }) => content)).toEqual(['<p>Well considered</p>']);
});

test('who leaves the page has sent the post, and what fails comes back', async ({ page, t, newcomer }) => {
  const posts = () => newcomer.api.get<{ content: string }[]>(`/api/v1/accounts/${newcomer.id}/statuses`);
  await enter(page, newcomer);
  await page.goto('/');
  await (await openDialog(page, t)).fill('On my way out');
  await send(page, t);
  await expect(page.getByText(t('compose.sending'))).toBeVisible();
  await page.goto('/auth/settings');
  await expect.poll(async () => (await posts()).length).toBe(1);

  await page.goto('/');
  await expect(await openDialog(page, t)).toHaveValue('');
  await close(page, t);
  expect(await posts()).toHaveLength(1);
  await page.route('**/api/v1/statuses', (route) => route.abort());
  await (await openDialog(page, t)).fill('Lost on the way');
  await send(page, t);
  await expect(page.getByText(t('compose.failed'))).toBeVisible();
  await page.getByRole('button', { name: t('compose.backToDraft') }).click();
  await expect(textIn(page.getByRole('dialog'), t)).toHaveValue('Lost on the way');
});

test('an answer ends its draft though its window was closed, here and in another tab', async ({ page, t, town, context }) => {
  await sendsAtOnce(page);
  await enter(page, town.reader);
  const words = `@${town.author.username} Agreed: ${aWord()}`;
  const reply = async (tab: Page): Promise<Locator> => {
    await shown(tab, town.plain).first().getByRole('button', { name: t('post.replyAction') }).click();
    return textIn(tab.getByRole('dialog', { name: t('compose.replyTitle') }), t);
  };
  await page.goto(town.plain.path);
  await (await reply(page)).fill(words);
  const other = await context.newPage();
  await other.goto(town.plain.path);
  const there = await reply(other);
  await expect(there).toHaveValue(words);

  const release = await holdPosts(page);
  await send(page, t);
  await close(page, t);
  await expect(await reply(page)).toHaveValue(`@${town.author.username} `);
  await close(page, t);
  await (await openDialog(page, t)).fill('Something else');
  release();
  await expect(page.getByText(t('compose.published'))).toBeVisible();
  await expect(textIn(page.getByRole('dialog'), t)).toHaveValue('Something else');
  await expect(there).toHaveValue(`@${town.author.username} `);
});

test('an edit begins when the text is there, and what is typed stays', async ({ page, t, newcomer }) => {
  const post = await publish(newcomer, `First words of ${aWord()}`);
  await enter(page, newcomer);
  let release: () => void = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/source', async (route) => {
    await released;
    await route.continue();
  });
  const edit = async (): Promise<Locator> => {
    await page.getByRole('main').getByRole('button', { name: t('post.moreActions'), exact: true }).first().click();
    await page.getByRole('button', { name: t('post.edit'), exact: true }).click();
    return textIn(page.getByRole('dialog', { name: t('compose.editTitle') }), t);
  };
  await page.goto(post.path);
  const text = await edit();
  await expect(page.getByRole('dialog').getByRole('status')).toBeVisible();
  await expect(text).toHaveCount(0);
  release();
  await expect(text).toHaveValue(post.text);
  await text.fill('Second thoughts');
  await close(page, t);
  await expect(await edit()).toHaveValue('Second thoughts');
  // In Spanish, a post is bookmarked by a button of the same name.
  await page.getByRole('dialog').getByRole('button', { name: t('compose.save'), exact: true }).click();
  await expect(page.getByText(t('compose.saved'))).toBeVisible();
  await expect(shown(page, post)).toContainText('Second thoughts');
  await expect(await edit()).toHaveValue('Second thoughts');
});

test('a draft is gone on with on another device, and nothing is lost where two write on', async ({ page, t, newcomer, browser, language }) => {
  const words = `Begun here: ${aWord()}`;
  const kept = () => newcomer.api.get<{ params: { text: string } }[]>('/api/v1/drafts');
  const texts = async (): Promise<string[]> => (await kept()).map(({ params }) => params.text).toSorted();
  await enter(page, newcomer);
  await page.goto('/');
  await (await openDialog(page, t)).fill(words);
  await expect(page.getByText(t('compose.kept'))).toBeVisible();
  expect(await texts()).toEqual([words]);

  const device = await browser.newContext();
  const other = await device.newPage();
  await enter(other, newcomer);
  await other.goto('/drafts');
  await expectFitToBeSeen(other, `drafts-${language}`);
  await other.getByRole('button', { name: t('drafts.goOn') }).click();
  const there = textIn(other.getByRole('dialog'), t);
  await expect(there).toHaveValue(words);
  await there.fill(`${words}, and there`);
  await expect(other.getByText(t('compose.kept'))).toBeVisible();

  await textIn(page.getByRole('dialog'), t).fill(`${words}, and here`);
  await expect(page.getByText(t('compose.parted'))).toBeVisible();
  expect(await texts()).toEqual([`${words}, and here`, `${words}, and there`]);

  await other.addInitScript(() => localStorage.setItem('microblog.undoSend', 'off'));
  await close(other, t);
  await other.reload();
  await other.getByRole('button', { name: t('drafts.goOn') }).last().click();
  await send(other, t);
  await expect(other.getByText(t('compose.published'))).toBeVisible();
  await expect(other.getByRole('main').getByRole('article')).toHaveCount(1);
  await other.getByRole('main').getByRole('button', { name: t('post.delete') }).click();
  await other.getByRole('dialog').getByRole('button', { name: t('post.delete') }).click();
  await expect(other.getByRole('heading', { name: t('drafts.emptyTitle') })).toBeVisible();
  expect(await kept()).toEqual([]);
  await device.close();
});

test('the focus goes on with the next draft, and from the last to the heading', async ({ page, t, newcomer }) => {
  for (const status of ['First of two', 'Second of two']) {
    await newcomer.api.post('/api/v1/drafts', { status });
  }
  await enter(page, newcomer);
  await page.goto('/drafts');
  const drafts = page.getByRole('main').getByRole('article');
  await expect(drafts).toHaveCount(2);
  const removeFirst = async (): Promise<void> => {
    await drafts.first().getByRole('button', { name: t('post.delete') }).press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: t('post.delete') }).press('Enter');
  };
  await removeFirst();
  await expect(drafts).toHaveCount(1);
  await expect(drafts.getByRole('button', { name: t('drafts.goOn') })).toBeFocused();
  await removeFirst();
  await expect(page.getByRole('heading', { name: t('drafts.emptyTitle') })).toBeVisible();
  await expect(title(page, t('compose.drafts'))).toBeFocused();
});
