/** Tests. */
@NullMarked
package io.microblog.local.sandbox.push;

import org.jspecify.annotations.NullMarked;
