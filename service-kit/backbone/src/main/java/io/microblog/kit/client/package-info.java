/** Calls from one service to another. */
@NullMarked
package io.microblog.kit.client;

import org.jspecify.annotations.NullMarked;
