/** Whom somebody follows and whom they do not want to come across, fed by user-service's events. */
@NullMarked
package io.microblog.search.relation;

import org.jspecify.annotations.NullMarked;
