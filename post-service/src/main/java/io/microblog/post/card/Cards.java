package io.microblog.post.card;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import io.microblog.kit.web.BaseUrl;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The cards of posts. A post notes its first link in the transaction that writes it; the page is fetched afterwards, once
 * for all posts that link to it within some time, and later reads show it.
 */
@Component
public class Cards {

    /**
     * Asks for a page unless it is known for long enough or asked for already; so that posts of a link that many share do
     * not wait for each other, its row is left alone then.
     */
    private static final String LINK = """
            WITH asked AS (
                INSERT INTO preview_card AS c (link, url, due_at)
                SELECT CAST(:link AS bytea), :url, now()
                WHERE NOT EXISTS (
                    SELECT FROM preview_card k
                    WHERE k.link = :link AND (k.due_at IS NOT NULL OR k.fresh_until > now()))
                ON CONFLICT (link) DO UPDATE SET due_at = now(), attempts = 0 WHERE c.due_at IS NULL)
            INSERT INTO post_link (post_id, link) VALUES (:post, :link)
            ON CONFLICT (post_id) DO UPDATE SET link = excluded.link
            """;

    /** Whether the page that a post {@code p} links to names {@code wanted.reader} as its author, who sees another card. */
    public static final String NAMES_READER = """
            EXISTS (
                SELECT FROM post_link l JOIN preview_card c ON c.link = l.link
                JOIN author a ON a.id = wanted.reader AND lower(a.username) = c.creator
                WHERE l.post_id = p.id)
            """;

    private static final String FIND = """
            SELECT l.post_id, c.page, c.type, c.title, c.description, c.language, c.author_name, c.author_url,
                c.provider_name, c.provider_url, c.published_at, c.image, c.image_width, c.image_height,
                c.image_description, c.blurhash, a.id AS creator_id,
                a.attribution_domains && c.domains AS creator_agrees
            FROM post_link l JOIN preview_card c ON c.link = l.link
            LEFT JOIN author a ON lower(a.username) = c.creator AND NOT a.suspended
            WHERE l.post_id = ANY (:posts) AND c.title IS NOT NULL
            """;

    private final JdbcClient jdbc;
    private final BaseUrl base;
    private final CardProperties properties;

    Cards(JdbcClient jdbc, BaseUrl base, CardProperties properties) {
        this.jdbc = jdbc;
        this.base = base;
        this.properties = properties;
    }

    /** Notes the first link of a post that is being published. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void enter(long postId, String html) {
        if (properties.enabled()) {
            CardLink.firstOf(html, base).ifPresent(link -> link(postId, link));
        }
    }

    /** The same of a post that is being edited. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void change(long postId, String html) {
        Optional<CardLink> link = properties.enabled() ? CardLink.firstOf(html, base) : Optional.empty();
        link.ifPresentOrElse(found -> link(postId, found), () -> forget(postId));
    }

    /** Parts with the card of a post that goes. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(long postId) {
        jdbc.sql("DELETE FROM post_link WHERE post_id = :post")
                .param("post", postId)
                .update();
    }

    /** Whether a post of this HTML may have a card at all. */
    public static boolean mayBelongTo(String html) {
        return CardLink.mayBeIn(html);
    }

    /** The cards of posts by the posts' ids, in one query. */
    public Map<Long, Card> of(Collection<Long> posts) {
        return posts.isEmpty()
                ? Map.of()
                : jdbc
                        .sql(FIND)
                        .param("posts", posts.toArray(Long[]::new))
                        .query((row, number) -> Map.entry(row.getLong("post_id"), Card.of(row)))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private void link(long postId, CardLink link) {
        jdbc.sql(LINK)
                .param("post", postId)
                .param("link", link.key())
                .param("url", link.url())
                .update();
    }
}
