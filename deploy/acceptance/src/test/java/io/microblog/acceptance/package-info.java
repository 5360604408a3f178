/** What people get, told as walks through the running platform. */
@NullMarked
package io.microblog.acceptance;

import org.jspecify.annotations.NullMarked;
