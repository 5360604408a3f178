/** The account as the public API shows it, wherever it appears. */
@NullMarked
package io.microblog.kit.account;

import org.jspecify.annotations.NullMarked;
