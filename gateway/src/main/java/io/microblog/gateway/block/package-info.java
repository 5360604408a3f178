/** Who gets nothing at all: networks that administrators have blocked. */
@NullMarked
package io.microblog.gateway.block;

import org.jspecify.annotations.NullMarked;
