/** Tests. */
@NullMarked
package io.microblog.local.sandbox.translator;

import org.jspecify.annotations.NullMarked;
