/** What the tests of every service share: real engines and signed tokens. */
@NullMarked
package io.microblog.testing;

import org.jspecify.annotations.NullMarked;
