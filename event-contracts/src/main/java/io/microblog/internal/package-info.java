/**
 * The contracts of the few calls between services: what travels over HTTP below {@code /internal}.
 *
 * <p>The service that answers implements an interface by its controller, those that ask use it as a proxy. Lists of ids
 * hold {@link io.microblog.internal.InternalCalls#MAX_IDS} at most. What one service shows and another passes on unread
 * is a {@code JsonNode}: its owner alone knows what is in it.
 */
@NullMarked
package io.microblog.internal;

import org.jspecify.annotations.NullMarked;
