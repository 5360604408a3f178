/** What post-service's automatic rules find, and what people do about them, for reports and the audit log. */
@NullMarked
package io.microblog.user.automatic;

import org.jspecify.annotations.NullMarked;
