/** What services ask their databases: read from the log, asked again, explained. */
@NullMarked
package io.microblog.bench.sql;

import org.jspecify.annotations.NullMarked;
