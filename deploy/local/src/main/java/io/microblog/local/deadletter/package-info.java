/** The records that consumer groups gave up on: what they are, and how they are handed back. */
@NullMarked
package io.microblog.local.deadletter;

import org.jspecify.annotations.NullMarked;
