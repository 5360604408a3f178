/**
 * The conventions of the public HTTP API: bodies in any encoding, pages and their links, lenient parameters, JSON as
 * clients expect it.
 *
 * <p>In a query, what is unknown or empty counts as not given, and a limit above the largest, or of 0, as the largest or
 * the usual one. Anything that cannot be read as what it should be is a bad request that names the parameter: no number, a
 * negative one, no boolean, no word of a list, no date. In a path it names nothing, which is not found. More ids than an
 * endpoint takes are unprocessable, and so is a bad value in a body.
 */
@NullMarked
package io.microblog.kit.web;

import org.jspecify.annotations.NullMarked;
