package io.microblog.post.author;

import java.time.LocalDate;
import java.time.ZoneOffset;

import io.microblog.event.AccountState;
import io.microblog.kit.account.AccountCounts;
import io.microblog.kit.account.PublicAccount;
import io.microblog.kit.id.IdGenerator;
import io.microblog.kit.web.BaseUrl;

/**
 * Somebody who writes posts or is named in them.
 *
 * @param account the newest state that arrived
 * @param counts their followers and posts, counted here
 */
public record Author(AccountState account, AccountCounts counts) {

    /** The account's id. */
    public long id() {
        return account.id();
    }

    /** The name as the person writes it. */
    public String username() {
        return account.username();
    }

    /** The same with one more post that others may see, the newest. */
    public Author havingPosted(long postId) {
        LocalDate day = LocalDate.ofInstant(IdGenerator.timeOf(postId), ZoneOffset.UTC);
        return new Author(
                account, new AccountCounts(counts.followers(), counts.following(), counts.statuses() + 1, day));
    }

    /** The account as the API shows it. */
    public PublicAccount shownAt(BaseUrl base) {
        return PublicAccount.of(account, counts, base);
    }
}
