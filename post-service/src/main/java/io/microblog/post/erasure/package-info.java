/** Deleting all that a person has here, little by little. */
@NullMarked
package io.microblog.post.erasure;

import org.jspecify.annotations.NullMarked;
