/** How the server fares, in numbers, for those whose role lets them see it: the API's measures, dimensions and cohorts. */
@NullMarked
package io.microblog.user.dashboard;

import org.jspecify.annotations.NullMarked;
