/** Tests. */
@NullMarked
package io.microblog.local.sandbox.postmark;

import org.jspecify.annotations.NullMarked;
