package io.microblog.notification.mail.compose;

import java.util.List;

import io.microblog.notification.account.KnownAccount;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a mail tells.
 *
 * @param actors who did it; several only where they did the same with one post
 * @param words what to quote of the post, null for nothing
 * @param path of the page that shows it
 * @param own whether it is the recipient's own doing that comes to its end
 */
record NewsItem(List<KnownAccount> actors, @Nullable String words, String path, boolean own) {}
