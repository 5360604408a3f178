import { type Person, type Post, aWord, comesHome, follow, publish, signUp } from './person';
import { aPicture } from './picture';
import type { Language } from './texts';

/** Some people and what they have written, so that every page has something to show. */
export interface Town {
  /** Follows the author. */
  reader: Person;
  author: Person;
  neighbour: Person;
  plain: Post;
  /** In a language that no interface of the tests speaks. */
  foreign: Post;
  question: Post;
  /** The neighbour's reply to the question. */
  reply: Post;
}

export const FOREIGN_LANGUAGE = 'de';
export const PICTURE_DESCRIPTION = 'The sun sets over the sea';

export async function aTown(language: Language): Promise<Town> {
  const [reader, author, neighbour] = await Promise.all([
    signUp('Rosa', language),
    signUp('Ada', language),
    signUp('Nils', language),
  ]);
  await follow(reader, author);
  const [plain, foreign, question] = await Promise.all([
    publish(author, `**Bread** rises at *dawn*, as ${aWord()} says.\n\n- flour\n- water\n\n#baking`, { language }),
    publish(author, 'Guten Morgen, heute ist ein schöner Tag.', { language: FOREIGN_LANGUAGE }),
    publish(author, 'Who knows a good name for a cat?', { language }),
  ]);
  const reply = await publish(neighbour, `@${author.username} Schrödinger, of course`, {
    in_reply_to_id: question.id,
    language,
  });
  await Promise.all([plain, foreign, question].map((post) => comesHome(reader, post)));
  return { reader, author, neighbour, plain, foreign, question, reply };
}

/** Publishes a post with a described picture. */
export async function aPicturedPost(author: Person, language: Language, picture = aPicture()): Promise<Post> {
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(picture)], { type: 'image/png' }), 'sunset.png');
  form.set('description', PICTURE_DESCRIPTION);
  const { id } = await author.api.post<{ id: string }>('/api/v2/media', form);
  return publish(author, 'Evening at the coast', { language, media_ids: [id] });
}
