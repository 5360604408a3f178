import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { refusalKind } from './schedule-refusals';

const SERVER = '../../post-service/src/main/java/io/microblog/post';

/** What the server says, where its source still says it. */
function said(path: string, words: string): string {
  expect(readFileSync(`${SERVER}/${path}`, 'utf8')).toContain(words);
  return words.replace('%d', '300').replace('%s', '5 minutes');
}

test('knows what the server says of posts that it does not publish', () => {
  const reply = 'The post you are trying to reply to does not appear to exist.';
  expect(refusalKind(said('posting/Preparation.java', reply))).toBe('reply');
  const media = said('media/Attachments.java', 'are not there or already attached to another post');
  expect(refusalKind(`Validation failed: Media ids ${media}`)).toBe('media');
  const hours = 'It could not be published, though it was tried for hours';
  expect(refusalKind(said('posting/Publishing.java', hours))).toBe('hours');
});

test('knows what the server says of times that it does not take', () => {
  expect(refusalKind(said('schedule/ScheduledPosts.java', 'You cannot have more than %d scheduled posts'))).toBe('full');
  const day = said('schedule/ScheduledPosts.java', "can't be on a day that has %d scheduled posts already");
  expect(refusalKind(`Validation failed: Scheduled at ${day}`)).toBe('dayFull');
  expect(refusalKind(said('schedule/DueTimes.java', 'must be at least %s ahead'))).toBe('soon');
  expect(refusalKind(said('schedule/DueTimes.java', "can't be more than %s ahead"))).toBe('far');
});

test('says of all else that it was refused', () => {
  expect(refusalKind('This action is not allowed')).toBe('other');
});
