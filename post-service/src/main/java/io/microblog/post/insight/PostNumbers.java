package io.microblog.post.insight;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * What became of posts, in the API's words.
 *
 * @param homesCount into how many homes they were carried, when they were published or first boosted there
 * @param opensCount how often others who are signed in opened them
 * @param favouritesCount favourites
 * @param reblogsCount boosts
 * @param repliesCount public and unlisted answers by others
 */
record PostNumbers(long homesCount, long opensCount, long favouritesCount, long reblogsCount, long repliesCount) {

    static final PostNumbers NONE = new PostNumbers(0, 0, 0, 0, 0);

    static final String COLUMNS = "homes, opens, favourites, boosts, replies";

    static PostNumbers of(ResultSet row) throws SQLException {
        return new PostNumbers(
                row.getLong("homes"),
                row.getLong("opens"),
                row.getLong("favourites"),
                row.getLong("boosts"),
                row.getLong("replies"));
    }

    PostNumbers plus(PostNumbers other) {
        return new PostNumbers(
                homesCount + other.homesCount,
                opensCount + other.opensCount,
                favouritesCount + other.favouritesCount,
                reblogsCount + other.reblogsCount,
                repliesCount + other.repliesCount);
    }
}
