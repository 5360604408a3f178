/** Images that people send: read with suspicion, made anew, stored, served. Two services share it. */
@NullMarked
package io.microblog.kit.media;

import org.jspecify.annotations.NullMarked;
