import { expect, test } from 'vitest';

import { problemIn } from './domains';

test('reads domains as people copy them', () => {
  expect(problemIn('')).toBeNull();
  expect(problemIn(' https://Blog.example/me \n\n*.news.example\nbücher.example\r\n')).toBeNull();
});

test.each(['localhost', 'a b.example', '127.0.0.1', '-a.example', 'a..example', 'a.example:8080', 'me@a.example'])(
  'says that %s is none',
  (domain) => {
    expect(problemIn(`blog.example\n${domain}`)).toEqual({ kind: 'wrong', domain });
  },
);

test('takes no more than the server does, each once', () => {
  const domains = Array.from({ length: 11 }, (_, at) => `d${at}.example`);
  expect(problemIn(domains.join('\n'))).toEqual({ kind: 'many', most: 10 });
  expect(problemIn([...domains.slice(0, 10), 'D0.example'].join('\n'))).toBeNull();
});
