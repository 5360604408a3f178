@NullMarked
package io.microblog.kit.security;

import org.jspecify.annotations.NullMarked;
