@NullMarked
package io.microblog.gateway.page;

import org.jspecify.annotations.NullMarked;
