/** Reports of people, with the posts as they were then, joined to cases until somebody settles them. */
@NullMarked
package io.microblog.user.report;

import org.jspecify.annotations.NullMarked;
