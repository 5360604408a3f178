/** The images of posts: uploaded, described, attached, served and forgotten. */
@NullMarked
package io.microblog.post.media;

import org.jspecify.annotations.NullMarked;
