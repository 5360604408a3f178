/** Postmark's sending, messages and suppressions API, kept on disk, with an inbox to read the mail in. */
@NullMarked
package io.microblog.local.sandbox.postmark;

import org.jspecify.annotations.NullMarked;
