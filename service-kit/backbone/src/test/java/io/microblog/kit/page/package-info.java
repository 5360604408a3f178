@NullMarked
package io.microblog.kit.page;

import org.jspecify.annotations.NullMarked;
