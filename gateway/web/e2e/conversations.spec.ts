import { eventually } from './support/eventually';
import { expect, test } from './support/fixtures';
import { expectFitToBeSeen } from './support/looks';
import { aWord, enter, publish } from './support/person';
import { title } from './support/screen';

test('a direct post is written from a profile, answered, read and put away', async ({ page, t, town, newcomer, language }) => {
  const { author } = town;
  const [question, answer] = [`A word in private: ${aWord()}`, `Gladly: ${aWord()}`];
  await page.addInitScript(() => localStorage.setItem('microblog.undoSend', 'off'));
  await enter(page, newcomer);
  await page.goto('/conversations');
  await expect(page.getByRole('heading', { name: t('conversations.emptyTitle') })).toBeVisible();

  await page.goto(`/@${author.username}`);
  await page.getByRole('button', { name: t('relation.menu', { name: author.name }) }).click();
  await page.getByRole('button', { name: t('relation.writeTo') }).click();
  const composer = page.getByRole('dialog', { name: t('compose.new') });
  const text = composer.getByLabel(t('compose.text'), { exact: true });
  await expect(text).toHaveValue(`@${author.username} `);
  await expect(
    composer.getByRole('button', { name: t('compose.visibility', { visibility: t('visibility.direct') }) }),
  ).toBeVisible();
  await text.fill(`@${author.username} ${question}`);
  await composer.getByRole('button', { name: t('compose.publish'), exact: true }).click();
  await expect(page.getByText(t('compose.published'))).toBeVisible();

  const asked = await eventually('the conversation of the author', async () => {
    const all = await author.api.get<{ last_status: { id: string; content: string } | null }[]>('/api/v1/conversations');
    return all.find(({ last_status }) => last_status?.content.includes(question) === true)?.last_status ?? null;
  });
  const reply = await publish(author, `@${newcomer.username} ${answer}`, { visibility: 'direct', in_reply_to_id: asked.id });
  await eventually('the answer in the conversation', async () => {
    const [first] = await newcomer.api.get<{ unread: boolean }[]>('/api/v1/conversations');
    return first?.unread === true;
  });

  await page.goto('/');
  const label = t('nav.unread', { label: t('nav.conversations'), count: 1 });
  await page.getByRole('navigation', { name: t('nav.main') }).getByRole('link', { name: label }).click();
  await expect(title(page, t('nav.conversations'))).toBeVisible();
  const unread = page.getByRole('article', { name: t('conversations.unreadWith', { names: author.name }) });
  await expect(unread).toContainText(answer);
  await expectFitToBeSeen(page, `conversations-${language}`);
  await unread.getByRole('link', { name: author.name }).click();
  await expect(page).toHaveURL(new RegExp(`${reply.path}$`));
  await expect(page.getByRole('article').filter({ hasText: question })).toBeVisible();
  await page.goBack();

  const read = page.getByRole('article', { name: t('conversations.with', { names: author.name }), exact: true });
  await read.getByRole('button', { name: t('conversations.unread') }).click();
  await unread.getByRole('button', { name: t('conversations.read') }).click();
  await read.getByRole('button', { name: t('conversations.delete') }).click();
  await page.getByRole('dialog').getByRole('button', { name: t('conversations.delete') }).click();
  await expect(page.getByRole('heading', { name: t('conversations.emptyTitle') })).toBeVisible();
  await expect(title(page, t('nav.conversations'))).toBeFocused();
});
