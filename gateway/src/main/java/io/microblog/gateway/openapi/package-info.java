/** The one document that describes the public API. */
@NullMarked
package io.microblog.gateway.openapi;

import org.jspecify.annotations.NullMarked;
