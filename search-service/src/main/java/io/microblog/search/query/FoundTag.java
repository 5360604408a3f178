package io.microblog.search.query;

import java.util.List;

import io.microblog.kit.openapi.Opaque;
import io.microblog.kit.openapi.SchemaName;

/**
 * A hashtag of the API.
 *
 * @param id its name: hashtags have no other identity here
 * @param name without the hash sign
 * @param url the page of the posts that have it
 * @param history the last seven days, today first
 */
@SchemaName("FoundTag")
record FoundTag(@Opaque String id, String name, String url, List<Day> history) {

    /**
     * Use of a hashtag on one day, counted in public posts.
     *
     * @param day the day's beginning in UTC, in seconds since 1970
     * @param uses in how many posts
     * @param accounts by how many people
     */
    record Day(String day, String uses, String accounts) {}
}
