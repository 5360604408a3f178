/** Work that goes on in the background for as long as a service runs. */
@NullMarked
package io.microblog.kit.loop;

import org.jspecify.annotations.NullMarked;
