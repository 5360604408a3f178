import { expect, test } from 'vitest';

import { type FoundStatus, type Highlight, piecesOf, withMarks } from './highlights';

function found(content: string, ...highlights: Highlight[]): FoundStatus {
  return { content, highlights } as FoundStatus;
}

function content(text: string, ...ranges: [number, number][]): Highlight {
  return { of: 'content', text, ranges: ranges.map(([start, end]) => ({ start, end })) };
}

test('takes a text to pieces by its ranges', () => {
  expect(piecesOf(content('a cat 😀 and cats', [2, 5], [13, 17]))).toEqual([
    { text: 'a ', matches: false },
    { text: 'cat', matches: true },
    { text: ' 😀 and ', matches: false },
    { text: 'cats', matches: true },
  ]);
});

test('marks what matches in the text, and nothing within other words or tags', () => {
  const post = found('<p>A cat, a <a href="/cat">cat</a> and a catalogue</p>', content('A cat, a cat and a catalogue', [2, 5]));
  expect(withMarks(post).content).toBe(
    '<p>A <mark>cat</mark>, a <a href="/cat"><mark>cat</mark></a> and a catalogue</p>',
  );
});

test('marks words of scripts without blanks wherever they stand', () => {
  expect(withMarks(found('<p>我在图书馆</p>', content('我在图书馆', [2, 5]))).content).toBe('<p>我在<mark>图书馆</mark></p>');
});

test('takes what is written for text, whatever signs it has', () => {
  const post = found('<p>C++ &amp; .NET &lt;b&gt;</p>', content('C++ & .NET <b>', [0, 3], [4, 5], [6, 10]));
  expect(withMarks(post).content).toBe('<p><mark>C++</mark> <mark>&amp;</mark> <mark>.NET</mark> &lt;b&gt;</p>');
});

test('leaves a post alone of which nothing is said', () => {
  const post = { content: '<p>cat</p>' } as FoundStatus;
  expect(withMarks(post)).toBe(post);
  const described = found('<p>cat</p>', { of: 'media', text: 'A cat', ranges: [{ start: 2, end: 5 }] });
  expect(withMarks(described).content).toBe('<p>cat</p>');
});
