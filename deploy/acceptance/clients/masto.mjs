import assert from 'node:assert/strict';

import { createOAuthAPIClient, createRestAPIClient, createStreamingAPIClient } from 'masto';
import WebSocket from 'ws';

import { OUT_OF_BAND, SCOPES, TEXT, askForCode, eventually, friend, listen, square, url } from './walk.mjs';

// masto.js takes for granted what Node has from version 22 on.
globalThis.WebSocket ??= WebSocket;
Promise.withResolvers ??= function withResolvers() {
  let settle;
  const promise = new Promise((resolve, reject) => {
    settle = { resolve, reject };
  });
  return { promise, ...settle };
};

const scope = SCOPES.join(' ');
const app = await createRestAPIClient({ url }).v1.apps.create({
  clientName: 'masto.js',
  redirectUris: OUT_OF_BAND,
  scopes: scope,
});
const query = new URLSearchParams({
  response_type: 'code', client_id: app.clientId, redirect_uri: OUT_OF_BAND, scope,
});
const token = await createOAuthAPIClient({ url }).token.create({
  grantType: 'authorization_code',
  clientId: app.clientId,
  clientSecret: app.clientSecret,
  redirectUri: OUT_OF_BAND,
  scope,
  code: await askForCode(`${url}/oauth/authorize?${query}`),
});

const api = createRestAPIClient({ url, accessToken: token.accessToken });
const me = await api.v1.accounts.verifyCredentials();
const instance = await api.v2.instance.fetch();
const streaming = createStreamingAPIClient({
  streamingApiUrl: instance.configuration.urls.streaming, accessToken: token.accessToken, implementation: WebSocket,
});
const heard = [];
for (const stream of [streaming.user.subscribe(), streaming.public.local.subscribe()]) {
  void (async () => {
    for await (const event of stream) heard.push(event);
  })();
}
await eventually('a socket', async () => {
  await api.v2.filters.create({ title: `Listening ${Date.now()}`, context: ['home'] });
  return heard.some(({ event }) => event === 'filters_changed');
});
const events = await listen('user', token.accessToken);
console.log('listening');

const image = await api.v2.media.create({ file: square(), description: 'A black square' });
const post = await api.v1.statuses.create({ status: TEXT, mediaIds: [image.id], visibility: 'public' });
assert.equal(post.account.id, me.id);
assert.equal(post.mediaAttachments[0].description, 'A black square');
assert.equal((await fetch(post.mediaAttachments[0].url)).headers.get('content-type'), 'image/jpeg');

await eventually('the post at home', async () => (await api.v1.timelines.home.list()).some(({ id }) => id === post.id));
await eventually('the post found', async () =>
  (await api.v2.search.list({ q: 'square', type: 'statuses' })).statuses.some(({ id }) => id === post.id));
await eventually('a notification', async () =>
  (await api.v1.notifications.list({ types: ['mention'] })).some(({ account }) => account.username === friend));
await eventually('the post on both streams', async () =>
  heard.filter(({ event, payload }) => event === 'update' && payload.id === post.id).length === 2);
await eventually('the notification on a stream', async () =>
  heard.some(({ event, payload }) => event === 'notification' && payload.account.username === friend));
await eventually('the same as server-sent events', async () =>
  events.heard.some(({ event, payload }) => event === 'update' && payload.id === post.id)
    && events.heard.some(({ event, payload }) => event === 'notification' && payload.type === 'mention'));

const { accounts, statuses, notificationGroups } = await api.v2.notifications.list({
  types: ['mention'], groupedTypes: ['favourite', 'reblog', 'follow'], expandAccounts: 'full',
});
const [group] = notificationGroups;
assert.equal(group.type, 'mention');
assert.equal(accounts.find(({ id }) => id === group.sampleAccountIds[0]).username, friend);
assert.ok(statuses.some(({ id }) => id === group.statusId));
const selected = api.v2.notifications.$select(group.groupKey);
assert.equal((await selected.fetch()).notificationGroups[0].groupKey, group.groupKey);
assert.equal((await selected.accounts.fetch())[0].username, friend);
const { count } = await api.v2.notifications.unreadCount.fetch();
await selected.dismiss();
assert.equal((await api.v2.notifications.unreadCount.fetch()).count, count - 1);
await api.v1.statuses.$select(post.id).remove();
await eventually('the deletion on a stream', async () =>
  [heard, events.heard].every((each) => each.some(({ event, payload }) => event === 'delete' && payload === post.id)));
events.close();
streaming.close();
