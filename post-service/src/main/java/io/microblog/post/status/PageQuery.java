package io.microblog.post.status;

/**
 * A query for one page by id, newest first, which honours {@code :below}, {@code :above}, {@code :limit} and, where it matters,
 * {@code :upwards} itself.
 *
 * @param downwards the page next to {@code :below}
 * @param upwards the page next to {@code :above}, oldest first
 */
public record PageQuery(String downwards, String upwards) {

    /**
     * Of a file, as {@link SqlFile} reads it. A page upwards is the same query in the opposite order: each {@code DESC} of the
     * file is {@code ASC} then.
     */
    public static PageQuery of(Class<?> user, String name) {
        String sql = SqlFile.read(user, name);
        return new PageQuery(sql, sql.replaceAll("\\bDESC\\b", "ASC"));
    }
}
