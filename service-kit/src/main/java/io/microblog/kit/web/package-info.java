/**
 * The conventions of the public HTTP API: bodies in any encoding, pages and their links, lenient parameters, JSON as
 * clients expect it.
 */
@NullMarked
package io.microblog.kit.web;

import org.jspecify.annotations.NullMarked;
