/** The rows that the indices are made of, fed by the events of accounts and posts. */
@NullMarked
package io.microblog.search.document;

import org.jspecify.annotations.NullMarked;
