import assert from 'node:assert/strict';
import { createReadStream } from 'node:fs';

import megalodon from 'megalodon';

import { OUT_OF_BAND, SCOPES, TEXT, askForCode, eventually, friend, picture, url } from './walk.mjs';

const connect = (token) => megalodon.default('mastodon', url, token);
const app = await connect().registerApp('megalodon', { scopes: SCOPES, redirect_uris: OUT_OF_BAND });
const code = await askForCode(app.url);
const token = await connect().fetchAccessToken(app.client_id, app.client_secret, code, OUT_OF_BAND);

const api = connect(token.access_token);
const me = (await api.verifyAccountCredentials()).data;
const heard = [];
const streaming = await api.userStreaming();
streaming.on('update', (status) => heard.push(status.id));
streaming.on('notification', ({ type, account }) => heard.push(`${type} ${account.username}`));
streaming.on('delete', (id) => heard.push(`deleted ${id}`));
await new Promise((resolve) => streaming.on('connect', resolve));
await eventually('a stream', async () => {
  await api.postStatus(`Listening ${Date.now()}`, { visibility: 'private' });
  return heard.length > 0;
});
console.log('listening');

const image = (await api.uploadMedia(createReadStream(picture), { description: 'A black square' })).data;
const post = (await api.postStatus(TEXT, { media_ids: [image.id], visibility: 'public' })).data;
assert.equal(post.account.id, me.id);
assert.equal(post.media_attachments[0].description, 'A black square');

const has = (list, id) => list.some((item) => item.id === id);
await eventually('the post at home', async () => has((await api.getHomeTimeline()).data, post.id));
await eventually('the post found', async () =>
  has((await api.search('square', { type: 'statuses' })).data.statuses, post.id));
await eventually('a notification', async () =>
  (await api.getNotifications()).data.some(({ type, account }) => type === 'mention' && account.username === friend));
await eventually('the post on the stream', async () => heard.includes(post.id));
await eventually('the notification on the stream', async () => heard.includes(`mention ${friend}`));
await api.deleteStatus(post.id);
await eventually('the deletion on the stream', async () => heard.includes(`deleted ${post.id}`));
streaming.stop();
