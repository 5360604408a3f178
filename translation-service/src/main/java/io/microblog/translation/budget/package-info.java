/** What translating may cost, in all and for each person. */
@NullMarked
package io.microblog.translation.budget;

import org.jspecify.annotations.NullMarked;
