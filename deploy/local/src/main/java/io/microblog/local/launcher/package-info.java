/** The one command for the platform on one machine: starts, stops and shows its parts, each a process of its own. */
@NullMarked
package io.microblog.local.launcher;

import org.jspecify.annotations.NullMarked;
