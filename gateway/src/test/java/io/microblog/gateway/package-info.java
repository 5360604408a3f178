/** Tests of the gateway, over HTTP against services that run in the test's own process. */
@NullMarked
package io.microblog.gateway;

import org.jspecify.annotations.NullMarked;
