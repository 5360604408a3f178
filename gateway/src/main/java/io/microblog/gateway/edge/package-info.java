/** What holds for every request before anything is routed: its path, its peer, its size, its headers, its errors. */
@NullMarked
package io.microblog.gateway.edge;

import org.jspecify.annotations.NullMarked;
