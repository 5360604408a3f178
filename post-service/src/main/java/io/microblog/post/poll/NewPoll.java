package io.microblog.post.poll;

import java.time.Duration;
import java.util.List;

/**
 * A poll about to be published.
 *
 * @param options what one may vote for
 * @param duration until it ends
 * @param multiple whether one may vote for several
 * @param hideTotals whether the numbers stay hidden until it ends
 */
public record NewPoll(List<String> options, Duration duration, boolean multiple, boolean hideTotals) {}
