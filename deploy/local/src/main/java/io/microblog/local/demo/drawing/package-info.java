/** Pictures made by the program: faces, landscapes, objects and charts, the same for the same seed. */
@NullMarked
package io.microblog.local.demo.drawing;

import org.jspecify.annotations.NullMarked;
