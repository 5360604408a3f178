/** What services are stored with. */
@NullMarked
package io.microblog.kit.stack;

import org.jspecify.annotations.NullMarked;
