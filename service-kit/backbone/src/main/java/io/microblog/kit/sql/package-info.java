/** What services ask their databases in the same way. */
@NullMarked
package io.microblog.kit.sql;

import org.jspecify.annotations.NullMarked;
