@NullMarked
package io.microblog.kit.client;

import org.jspecify.annotations.NullMarked;
