@NullMarked
package io.microblog.kit.text;

import org.jspecify.annotations.NullMarked;
