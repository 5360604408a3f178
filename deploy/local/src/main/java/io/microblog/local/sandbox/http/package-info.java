/** What both sandboxes share: a small HTTP server and the switches that make it fail. */
@NullMarked
package io.microblog.local.sandbox.http;

import org.jspecify.annotations.NullMarked;
