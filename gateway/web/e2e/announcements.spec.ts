import { expect, test } from './support/fixtures';
import { expectFitToBeSeen } from './support/looks';
import { linkMailedTo } from './support/mailbox';
import { madeOwner } from './support/operator';
import { addressOf, aWord, enter } from './support/person';
import { title } from './support/screen';
import { clientTexts, languageName } from './support/texts';

test('an owner announces, and readers get it in their language', async ({ page, browser, t, arrival, language }) => {
  test.slow();
  // Only owners of one language are told, so that no other walk sees any of it.
  const owner = await madeOwner(await arrival());
  const reader = await madeOwner(await arrival());
  const other = language === 'es' ? 'en' : 'es';
  const [here, there] = [aWord(), aWord()];

  await enter(page, owner);
  await page.goto('/settings');
  await page.getByRole('main').getByRole('link', { name: t('announce.title') }).click();
  await expect(title(page, t('announce.title'))).toBeFocused();
  await page.getByRole('button', { name: t('announce.new') }).click();
  await page.getByLabel(t('announce.text'), { exact: true }).fill(`All is **${here}**`);
  await page.getByRole('button', { name: t('announce.addText') }).click();
  await page.getByLabel(t('announce.language'), { exact: true }).last().selectOption(other);
  const second = page.getByLabel(t('announce.text'), { exact: true }).last();
  await page.getByRole('button', { name: t('announce.translate', { language: languageName(language, language) }) }).click();
  await expect(second).toHaveValue(new RegExp(here));
  await expectFitToBeSeen(page, `announcement-draft-${language}`);
  await second.fill(`Todo es *${there}*`);
  await page.getByLabel(t('announce.scheduledAt')).fill('2099-01-01T08:00');
  await page.getByLabel(t('announce.targetLanguage')).selectOption({ label: languageName(language, language) });
  await page.getByLabel(t('announce.targetRole')).selectOption('owner');
  await page.getByLabel(t('announce.mail'), { exact: true }).check();
  await expectFitToBeSeen(page, `announcement-form-${language}`);
  await page.getByRole('button', { name: t('announce.save'), exact: true }).click();
  const row = page.getByRole('list', { name: t('announce.title') }).getByRole('listitem').filter({ hasText: here });
  await expect(row).toContainText(t('announce.draft'));

  await row.getByRole('button', { name: t('announce.publish'), exact: true }).click();
  await expect(row).toContainText('2099');
  await row.getByRole('button', { name: t('announce.unpublish') }).click();
  await expect(row).toContainText(t('announce.draft'));
  await row.getByRole('button', { name: t('announce.change') }).click();
  await page.getByLabel(t('announce.scheduledAt')).fill('');
  await page.getByRole('button', { name: t('announce.save'), exact: true }).click();
  await row.getByRole('button', { name: t('announce.publish'), exact: true }).click();
  await expect(row).toContainText(t('announce.published'));
  await expect(row.getByRole('group', { name: t('announce.mailProgress') })).toContainText(t('announce.mailDone'), {
    timeout: 60_000,
  });
  await expectFitToBeSeen(page, `announcements-${language}`);

  const context = await browser.newContext();
  const reading = await context.newPage();
  await context.addInitScript((chosen) => localStorage.setItem('microblog.language', chosen), other);
  await enter(reading, reader);
  await reading.goto('/');
  const theirs = clientTexts(other);
  const banner = reading.getByRole('region', { name: theirs('announce.label') });
  await expect(banner.locator('em')).toHaveText(there);
  await banner.getByRole('button', { name: theirs('announce.react'), exact: true }).click();
  await banner.getByRole('button', { name: theirs('announce.reactWith', { emoji: '🎉' }) }).click();
  await expect(banner.getByRole('button', { name: '🎉 1' })).toHaveAttribute('aria-pressed', 'true');
  await expectFitToBeSeen(reading, `announcement-${language}`);
  await banner.getByRole('button', { name: theirs('announce.dismiss') }).click();
  await expect(banner).toHaveCount(0);
  await reading.reload();
  await expect(reading.getByRole('main')).toBeVisible();
  await expect(banner).toHaveCount(0);

  const stop = await linkMailedTo(addressOf(reader.username), '/mail/unsubscribe');
  const stopped = await fetch(stop, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: 'List-Unsubscribe=One-Click',
  });
  expect(stopped.status).toBe(200);
  await context.close();

  await row.getByRole('button', { name: t('announce.unpublish') }).click();
  await expect(row).toContainText(t('announce.draft'));
  await row.getByRole('button', { name: t('announce.delete') }).click();
  await page.getByRole('dialog').getByRole('button', { name: t('announce.delete') }).click();
  await expect(row).toHaveCount(0);
});

test('nobody else finds the page of announcements', async ({ page, t, newcomer }) => {
  await enter(page, newcomer);
  await page.goto('/settings');
  await expect(page.getByRole('main').getByRole('link', { name: t('sessions.title') })).toBeVisible();
  await expect(page.getByRole('link', { name: t('announce.title') })).toHaveCount(0);
  await page.goto('/settings/announcements');
  await expect(page.getByRole('button', { name: t('announce.new') })).toHaveCount(0);
});
