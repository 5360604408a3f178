/**
 * The description of the public API (OpenAPI 3.1), read from the endpoints themselves: their annotations say the paths,
 * parameters and scopes, their types and the service's own mapper say the JSON.
 */
@NullMarked
package io.microblog.kit.openapi;

import org.jspecify.annotations.NullMarked;
