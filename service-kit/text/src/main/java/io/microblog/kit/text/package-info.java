/**
 * The text rules: how a post or a profile text becomes HTML, what it mentions, and how long it counts.
 *
 * <p>One matcher recognises links, mentions and hashtags for Markdown, plain text and counting alike, so they never
 * disagree. All HTML leaves through one sanitiser.
 */
@NullMarked
package io.microblog.kit.text;

import org.jspecify.annotations.NullMarked;
