package io.microblog.post.insight;

import java.util.List;

import io.microblog.post.status.Status;
import org.jsoup.Jsoup;

/** What authors download. */
final class InsightTables {

    /** Of a post's text, enough to know it by. */
    private static final int EXCERPT = 100;

    private InsightTables() {}

    static String of(ProfileInsight insight) {
        var table = new CsvTable(
                "date",
                "statuses",
                "homes",
                "opens",
                "favourites",
                "boosts",
                "replies",
                "followers_gained",
                "followers_lost");
        for (ProfileInsight.Span span : insight.buckets()) {
            ProfileNumbers numbers = span.numbers();
            PostNumbers posts = numbers.posts();
            table.row(
                    span.date(),
                    numbers.statusesCount(),
                    posts.homesCount(),
                    posts.opensCount(),
                    posts.favouritesCount(),
                    posts.reblogsCount(),
                    posts.repliesCount(),
                    numbers.followersGained(),
                    numbers.followersLost());
        }
        return table.toString();
    }

    static String of(List<PostInsight.Ranked> posts) {
        var table = new CsvTable(
                "id", "published", "url", "language", "text", "homes", "opens", "favourites", "boosts", "replies");
        for (PostInsight.Ranked post : posts) {
            Status status = post.status();
            PostNumbers numbers = post.totals();
            table.row(
                    status.id(),
                    status.createdAt(),
                    status.url(),
                    status.language(),
                    excerpt(status),
                    numbers.homesCount(),
                    numbers.opensCount(),
                    numbers.favouritesCount(),
                    numbers.reblogsCount(),
                    numbers.repliesCount());
        }
        return table.toString();
    }

    private static String excerpt(Status status) {
        String text = Jsoup.parseBodyFragment(status.content()).text();
        int end = Math.min(EXCERPT, text.codePointCount(0, text.length()));
        return text.substring(0, text.offsetByCodePoints(0, end));
    }
}
