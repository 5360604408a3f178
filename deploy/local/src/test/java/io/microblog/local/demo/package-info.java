@NullMarked
package io.microblog.local.demo;

import org.jspecify.annotations.NullMarked;
