/**
 * Who asks: the internal JWT of people and apps, the identity of services, and the annotations by which each endpoint
 * says whom it serves.
 */
@NullMarked
package io.microblog.kit.security;

import org.jspecify.annotations.NullMarked;
