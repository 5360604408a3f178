/** Where the home timeline is cached: a new post is put on top of it. */
export const HOME_KEY = ['timeline', 'home'];
