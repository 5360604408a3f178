import { eventually } from './support/eventually';
import { expect, test } from './support/fixtures';
import { expectFitToBeSeen } from './support/looks';
import { madeOwner } from './support/operator';
import { aWord, enter, publish } from './support/person';
import { shown, title } from './support/screen';

test('a post is reported in a few steps, and a moderator settles it', async ({ page, t, town, newcomer, arrival, language }) => {
  test.slow();
  const { author } = town;
  const { name } = author;
  const post = await publish(author, `You are all ${aWord()}`);
  await enter(page, newcomer);
  await page.goto(post.path);
  await shown(page, post).getByRole('button', { name: t('post.moreActions') }).click();
  await page.getByRole('button', { name: t('report.menu', { name }), exact: true }).click();
  const dialog = page.getByRole('dialog', { name: t('report.title', { name }) });
  await expect(dialog.getByRole('button', { name: t('report.next') })).toBeDisabled();
  await dialog.getByLabel(t('report.reasons.spam')).check();
  await expectFitToBeSeen(page, `report-${language}`);
  await dialog.getByRole('button', { name: t('report.next') }).click();
  await expect(dialog.getByLabel(post.text)).toBeChecked();
  await dialog.getByRole('button', { name: t('report.next') }).click();
  const comment = `Seen by ${newcomer.username}`;
  await dialog.getByLabel(t('report.comment')).fill(comment);
  await dialog.getByRole('button', { name: t('report.send') }).click();
  await expect(page.getByText(t('report.sent'))).toBeVisible();
  await author.api.delete(`/api/v1/statuses/${post.id}`);

  const moderator = await madeOwner(await arrival());
  await page.context().clearCookies();
  await enter(page, moderator);
  await page.goto('/settings');
  await page.getByRole('link', { name: t('moderation.title') }).click();
  await expect(title(page, t('moderation.title'))).toBeVisible();
  const entry = page.locator('article').filter({ hasText: comment });
  await expectFitToBeSeen(page, `reports-${language}`);
  await entry.getByRole('link').click();
  await expect(page.getByText(post.text)).toBeVisible();
  await expectFitToBeSeen(page, `report-case-${language}`);
  await page.getByRole('button', { name: t('moderation.assign') }).click();
  await expect(page.getByText(t('moderation.assignedTo', { name: moderator.name }))).toBeVisible();
  for (const [sanction, undo] of [
    ['silence', 'unsilence'],
    ['sensitive', 'unsensitive'],
  ] as const) {
    await page.getByRole('button', { name: t('moderation.act'), exact: true }).click();
    const act = page.getByRole('dialog', { name: t('moderation.actOn', { name }) });
    await act.getByLabel(t(`moderation.sanctions.${sanction}`)).check();
    await act.getByRole('button', { name: t('moderation.act'), exact: true }).click();
    await page.getByRole('button', { name: t(`moderation.${undo}`) }).click();
    await expect(page.getByRole('button', { name: t(`moderation.${undo}`) })).toHaveCount(0);
  }
  await page.getByRole('button', { name: t('moderation.reopen') }).click();
  await page.getByRole('button', { name: t('moderation.resolve') }).click();
  await expect(page.getByRole('button', { name: t('moderation.reopen') })).toBeVisible();
});

test('reports are for moderators alone', async ({ page, t, newcomer }) => {
  await enter(page, newcomer);
  await page.goto('/moderation');
  await expect(page.getByRole('heading', { name: t('moderation.deniedTitle') })).toBeVisible();
  await page.goto('/settings');
  await expect(page.getByRole('link', { name: t('relation.blocks') })).toBeVisible();
  await expect(page.getByRole('link', { name: t('moderation.title') })).toHaveCount(0);
});

test('somebody answers moderators and appeals, who take it back', async ({ page, t, town, newcomer, arrival, language }) => {
  test.slow();
  const { name } = newcomer;
  const comment = `Reported ${aWord()}`;
  const note = `Noted ${aWord()}`;
  const question = `Asked ${aWord()}`;
  const reason = `Decided ${aWord()}`;
  const answer = `Answered ${aWord()}`;
  const appeal = `Appealed ${aWord()}`;
  await town.author.api.post('/api/v1/reports', { account_id: newcomer.id, comment });
  const moderator = await madeOwner(await arrival());
  const about = page.getByRole('link', { name: t('moderation.about', { name }) });

  await enter(page, moderator);
  await page.goto('/moderation');
  await page.locator('article').filter({ hasText: comment }).getByRole('link').click();
  await page.getByRole('link', { name: t('cases.see') }).click();
  await page.getByLabel(t('cases.note')).fill(note);
  await page.getByRole('button', { name: t('cases.addNote') }).click();
  await expect(page.getByRole('paragraph').filter({ hasText: note })).toBeVisible();
  await page.getByLabel(t('cases.write'), { exact: true }).fill(question);
  await page.getByRole('button', { name: t('cases.send'), exact: true }).click();
  await expect(page.getByRole('paragraph').filter({ hasText: question })).toBeVisible();
  await expectFitToBeSeen(page, `case-${language}`);
  await page.goBack();
  await page.getByRole('button', { name: t('moderation.act'), exact: true }).click();
  const act = page.getByRole('dialog', { name: t('moderation.actOn', { name }) });
  await act.getByLabel(t('moderation.sanctions.silence')).check();
  await act.getByLabel(t('moderation.lasting')).selectOption({ index: 1 });
  await act.getByLabel(t('moderation.reason')).fill(reason);
  await act.getByRole('button', { name: t('moderation.act'), exact: true }).click();
  await expect(page.getByText(t('moderation.isSilenced'))).toBeVisible();

  await page.context().clearCookies();
  await enter(page, newcomer);
  await page.goto('/settings');
  await page.getByRole('link', { name: t('strikes.title') }).click();
  await expect(page.getByText(reason)).toBeVisible();
  await expect(page.getByText(question)).toBeVisible();
  await expect(page.getByText(note)).toHaveCount(0);
  await page.getByLabel(t('cases.write'), { exact: true }).fill(answer);
  await page.getByRole('button', { name: t('cases.send'), exact: true }).click();
  await expect(page.getByRole('paragraph').filter({ hasText: answer })).toBeVisible();
  await page.getByLabel(t('strikes.appealLabel')).fill(appeal);
  await page.getByRole('button', { name: t('strikes.appeal'), exact: true }).click();
  await expect(page.getByText(t('strikes.appeals.pending'))).toBeVisible();
  await expectFitToBeSeen(page, `strikes-${language}`);

  await page.context().clearCookies();
  await enter(page, moderator);
  await page.goto('/moderation');
  await page.getByRole('link', { name: t('cases.title'), exact: true }).click();
  await expectFitToBeSeen(page, `cases-${language}`);
  await about.click();
  await expect(page.getByText(answer)).toBeVisible();
  await expect(page.getByText(appeal)).toBeVisible();
  await page.getByRole('button', { name: t('cases.approve') }).click();
  await expect(page.getByText(t('strikes.liftings.appealed'))).toBeVisible();

  await page.context().clearCookies();
  await enter(page, newcomer);
  await page.goto('/settings/strikes');
  await expect(page.getByText(t('strikes.liftings.appealed'))).toBeVisible();
});

test('a network is blocked and let in again', async ({ page, t, newcomer, language }) => {
  const network = `2001:db8:${Math.floor(0x1000 + Math.random() * 0xefff).toString(16)}::/48`;
  await enter(page, await madeOwner(newcomer));
  await page.goto('/settings');
  await page.getByRole('link', { name: t('networks.title'), exact: true }).click();
  await page.getByLabel(t('networks.network'), { exact: true }).fill(network);
  await page.getByLabel(t('networks.severity'), { exact: true }).selectOption('sign_up_block');
  await page.getByRole('button', { name: t('networks.block'), exact: true }).click();
  const entry = page.locator('article').filter({ hasText: network });
  await expect(entry).toBeVisible();
  await expectFitToBeSeen(page, `networks-${language}`);
  await entry.getByRole('button', { name: t('networks.lift'), exact: true }).click();
  await expect(entry).toHaveCount(0);
});

test('an invitation is made and revoked', async ({ page, t, newcomer, language }) => {
  await enter(page, await madeOwner(newcomer));
  await page.goto('/settings');
  await page.getByRole('link', { name: t('invites.title'), exact: true }).click();
  await page.getByRole('button', { name: t('invites.make'), exact: true }).click();
  await expect(page.getByText('/auth/sign_up?invite_code=')).toBeVisible();
  await expectFitToBeSeen(page, `invites-${language}`);
  await page.getByRole('button', { name: t('invites.revoke'), exact: true }).click();
  await expect(page.getByText(t('invites.over'))).toBeVisible();
  await page.getByRole('button', { name: t('invites.make'), exact: true }).click();
  await expect(page.getByRole('button', { name: t('invites.copy'), exact: true })).toBeVisible();
  await page.goto('/settings');
  await page.getByRole('link', { name: t('invites.ofAll'), exact: true }).click();
  const others = page.getByRole('article').filter({ has: page.getByRole('link', { name: `@${newcomer.username}` }) });
  await expect(others).toHaveCount(2);
  await expectFitToBeSeen(page, `invites-of-all-${language}`);
  await others.getByRole('button', { name: t('invites.revoke'), exact: true }).click();
  await expect(others.getByText(t('invites.over'))).toHaveCount(2);
});

test('an administrator sees how the server fares', async ({ page, t, newcomer, language }) => {
  await publish(newcomer, `Counted ${aWord()}`);
  await enter(page, await madeOwner(newcomer));
  await page.goto('/settings');
  await page.getByRole('link', { name: t('dashboard.title'), exact: true }).click();
  await expect(title(page, t('dashboard.title'))).toBeVisible();
  const people = page.getByRole('region', { name: t('dashboard.people'), exact: true });
  await expect(people.getByRole('img', { name: t('dashboard.people') })).toBeVisible();
  await people.getByText(t('insights.asTable')).click();
  const table = people.getByRole('table', { name: t('dashboard.people') });
  await expect(table.getByRole('row')).toHaveCount(31);
  await expect(table.getByRole('row').last().getByRole('cell').first()).not.toHaveText('0');
  for (const part of ['reports', 'mails', 'languages', 'sources', 'storage', 'software', 'retention'] as const) {
    await expect(page.getByRole('heading', { name: t(`dashboard.${part}`), exact: true })).toBeVisible();
  }
  const storage = page.getByRole('table', { name: t('dashboard.storage') });
  await expect(storage.getByRole('row')).not.toHaveCount(1);
  await expect(storage).toContainText(t('dashboard.searchIndex'));
  await expectFitToBeSeen(page, `dashboard-${language}`);

  await page.getByLabel(t('insights.period')).selectOption('7');
  await expect(page).toHaveURL(/days=7/);
  await expect(table.getByRole('row')).toHaveCount(8);
  await page.getByLabel(t('insights.period')).selectOption({ label: t('dashboard.ownDays') });
  await page.getByLabel(t('dashboard.to'), { exact: true }).fill('2020-01-01');
  await expect(page.getByRole('alert')).toContainText(t('dashboard.badDays'));
  await page.getByLabel(t('dashboard.from'), { exact: true }).fill('2019-12-31');
  await people.getByText(t('insights.asTable')).click();
  await expect(table.getByRole('row')).toHaveCount(3);
});

test('figures that nobody tells leave the others alone', async ({ page, t, newcomer }) => {
  await enter(page, await madeOwner(newcomer));
  await page.route('**/api/v1/admin/retention', (route) => route.fulfill({ status: 503, json: { error: 'Away' } }));
  await page.goto('/moderation/dashboard');
  const retention = page.getByRole('region', { name: t('dashboard.retention'), exact: true });
  await expect(retention.getByRole('button')).toBeVisible();
  await expect(page.getByRole('table', { name: t('dashboard.software') })).toBeVisible();
});

test('a rule is written, tried and switched on, and a post waits', async ({ page, browser, locale, t, town, newcomer, language }) => {
  test.slow();
  const { author } = town;
  const word = aWord();
  const rule = `Rule about ${word}`;
  const earlier = await publish(author, `Somebody said ${word}`);
  await enter(page, await madeOwner(newcomer));
  await page.goto('/settings');
  await page.getByRole('link', { name: t('automatic.title'), exact: true }).click();
  await page.getByRole('button', { name: t('automatic.new'), exact: true }).click();
  await page.getByLabel(t('automatic.name'), { exact: true }).fill(rule);
  await page.getByLabel(t('automatic.words'), { exact: true }).fill(word);
  await page.getByLabel(t('automatic.action'), { exact: true }).selectOption('hold');
  // A server tries one rule at a time, and other walks have theirs.
  await expect(async () => {
    await page.getByRole('button', { name: t('automatic.tryIt'), exact: true }).click();
    await expect(shown(page, earlier)).toBeVisible({ timeout: 5_000 });
  }).toPass();
  await expect(page.getByRole('progressbar', { name: t('automatic.states.done') })).toBeVisible();
  await expectFitToBeSeen(page, `dry-run-${language}`);
  await page.locator('form').getByRole('button', { name: t('automatic.save'), exact: true }).click();
  const entry = page.locator('article').filter({ hasText: rule });
  await entry.getByLabel(t('automatic.enabled')).click();
  await expect(entry.getByLabel(t('automatic.enabled'))).toBeChecked();
  await page.goto('/moderation/rules');
  await expect(entry.getByLabel(t('automatic.enabled'))).toBeChecked();
  await expectFitToBeSeen(page, `rules-${language}`);

  const held = await eventually('a held post', async () => {
    const post = await publish(author, `And again ${word} ${aWord()}`);
    return (await author.api.get<{ held?: boolean }>(`/api/v1/statuses/${post.id}`)).held === true && post;
  });
  const device = await browser.newContext({ ...(locale && { locale }) });
  const theirs = await device.newPage();
  await enter(theirs, author);
  await theirs.goto(held.path);
  await expect(theirs.getByText(t('post.held'))).toBeVisible();
  await device.close();
  await page.goto('/moderation/held');
  const waiting = page.locator('article').filter({ hasText: held.text });
  await expect(waiting).toBeVisible();
  await expectFitToBeSeen(page, `held-${language}`);
  await waiting.getByRole('button', { name: t('held.release'), exact: true }).click();
  await expect(waiting).toHaveCount(0);
  await page.goto(held.path);
  await expect(shown(page, held)).toBeVisible();

  await page.goto('/moderation/rules');
  await entry.getByRole('button', { name: t('automatic.hits'), exact: true }).click();
  await expect(entry.getByRole('link', { name: t('automatic.seePost') }).first()).toBeVisible();
  await entry.getByRole('button', { name: t('automatic.delete'), exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: t('automatic.delete'), exact: true }).click();
  await expect(entry).toHaveCount(0);
});
