@NullMarked
package io.microblog.kit.openapi;

import org.jspecify.annotations.NullMarked;
