import { describe, expect, it } from 'vitest';

import { shownOf } from './shown';

const ORIGIN = 'https://blog.example';

function shown(message: object) {
  return shownOf(JSON.stringify(message), ORIGIN);
}

describe('what is shown of a push', () => {
  it('is what the server said', () => {
    const { title, options } = shown({
      preferred_locale: 'es',
      notification_type: 'mention',
      icon: `${ORIGIN}/avatars/bob.png`,
      title: 'Bob te ha mencionado',
      body: '¡Hola!',
      url: `${ORIGIN}/@bob/1`,
    });
    expect(title).toBe('Bob te ha mencionado');
    expect(options).toMatchObject({ body: '¡Hola!', icon: `${ORIGIN}/avatars/bob.png`, lang: 'es', data: { url: `${ORIGIN}/@bob/1` } });
  });

  it('is one for what came twice, and two for what differs', () => {
    const mention = { notification_type: 'mention', title: 'Bob mentioned you', url: `${ORIGIN}/@bob/1` };
    expect(shown(mention).options.tag).toBe(shown(mention).options.tag);
    expect(shown(mention).options.tag).not.toBe(shown({ ...mention, url: `${ORIGIN}/@bob/2` }).options.tag);
  });

  it('opens pages of this server alone', () => {
    for (const url of ['https://other.example/', 'javascript:alert(1)', '//other.example', undefined, 'http://[']) {
      expect(shown({ title: 'x', url }).options.data).toEqual({ url: `${ORIGIN}/notifications` });
    }
  });

  it('has the picture of this server where there is no other', () => {
    expect(shown({ title: 'x', icon: '' }).options.icon).toBe(`${ORIGIN}/icon.svg`);
  });
});
