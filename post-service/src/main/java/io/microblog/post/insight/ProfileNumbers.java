package io.microblog.post.insight;

import java.sql.ResultSet;
import java.sql.SQLException;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * What became of a profile and all its posts.
 *
 * @param statusesCount posts that were published then and are still there
 * @param posts what became of posts then, whenever they were published
 * @param followersGained who began to follow
 * @param followersLost who ceased to
 */
record ProfileNumbers(long statusesCount, @JsonUnwrapped PostNumbers posts, long followersGained, long followersLost) {

    static final ProfileNumbers NONE = new ProfileNumbers(0, PostNumbers.NONE, 0, 0);

    static final String COLUMNS = "posts, gained, lost, " + PostNumbers.COLUMNS;

    static ProfileNumbers of(ResultSet row) throws SQLException {
        return new ProfileNumbers(
                row.getLong("posts"), PostNumbers.of(row), row.getLong("gained"), row.getLong("lost"));
    }

    ProfileNumbers plus(ProfileNumbers other) {
        return new ProfileNumbers(
                statusesCount + other.statusesCount,
                posts.plus(other.posts),
                followersGained + other.followersGained,
                followersLost + other.followersLost);
    }
}
