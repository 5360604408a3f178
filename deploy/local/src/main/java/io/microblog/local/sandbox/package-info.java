/** Stand-ins for the paid services Microblog talks to, as one small process for local runs. */
@NullMarked
package io.microblog.local.sandbox;

import org.jspecify.annotations.NullMarked;
