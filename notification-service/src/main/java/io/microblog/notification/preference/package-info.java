/** Which mails a person does not want, and the links that say so. */
@NullMarked
package io.microblog.notification.preference;

import org.jspecify.annotations.NullMarked;
