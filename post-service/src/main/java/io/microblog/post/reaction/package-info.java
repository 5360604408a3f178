/** What people do with posts: favourites, boosts, bookmarks, pins, muted threads. */
@NullMarked
package io.microblog.post.reaction;

import org.jspecify.annotations.NullMarked;
