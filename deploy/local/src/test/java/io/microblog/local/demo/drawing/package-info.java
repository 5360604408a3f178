@NullMarked
package io.microblog.local.demo.drawing;

import org.jspecify.annotations.NullMarked;
