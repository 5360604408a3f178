/** The images of profiles: avatars and headers. */
@NullMarked
package io.microblog.user.portrait;

import org.jspecify.annotations.NullMarked;
