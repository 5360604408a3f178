/** Fills the running platform through its public API, as people would: who they are and what they write stands in the resources. */
@NullMarked
package io.microblog.local.demo;

import org.jspecify.annotations.NullMarked;
