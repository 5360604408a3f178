/** What holds for the bodies of requests: how large they are, how many may be unfinished, and when a service is asked. */
@NullMarked
package io.microblog.gateway.body;

import org.jspecify.annotations.NullMarked;
