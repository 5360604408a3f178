/** Microsoft Translator v3 with a marked pseudo-translation instead of a translation. */
@NullMarked
package io.microblog.local.sandbox.translator;

import org.jspecify.annotations.NullMarked;
