/** All kinds of notifications that this client shows, by the names of the API. */
const KINDS = [
  'mention',
  'status',
  'reblog',
  'follow',
  'follow_request',
  'favourite',
  'poll',
  'update',
  'quote',
  'quoted_update',
  'admin.sign_up',
  'admin.report',
  'moderation_warning',
] as const;

/** What a person who has switched pushes on is told of, and by whose acts. */
export const EVERYTHING = { alerts: Object.fromEntries(KINDS.map((kind) => [kind, true])), policy: 'all' };
