/** Tests. */
@NullMarked
package io.microblog.local.sandbox;

import org.jspecify.annotations.NullMarked;
