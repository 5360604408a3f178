package io.microblog.kit.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.ToLongFunction;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.util.UriUtils;

/**
 * Answers with a page and the {@code Link} header to its neighbours: absolute, next (older) first, then previous (newer).
 * There is no next when the page is not full, and no header when it is empty.
 */
public final class PageLinks {

    /** Replaced in the neighbours' addresses, and the token, which must not spread in addresses. */
    private static final Set<String> DROPPED = Set.of("max_id", "since_id", "min_id", "access_token");

    private final BaseUrl base;

    /** A bean; see {@link KitWebAutoConfiguration}. */
    public PageLinks(BaseUrl base) {
        this.base = base;
    }

    /** A page whose items were all that the query found. */
    public <T> ResponseEntity<List<T>> page(Page page, List<T> items, ToLongFunction<? super T> id) {
        return page(page, items, items.stream().map(id::applyAsLong).toList());
    }

    /**
     * A page whose position is not told by its items: they were filtered after the query, or the list is sorted by another
     * id, as favourites are.
     *
     * @param cursors the ids that the query found, in descending order
     */
    public <T> ResponseEntity<List<T>> page(Page page, List<T> items, List<Long> cursors) {
        return around(page, items, cursors);
    }

    /**
     * A page that is more than a list.
     *
     * @param cursors the ids that the query found, in descending order
     */
    public <T> ResponseEntity<T> around(Page page, T body, List<Long> cursors) {
        if (cursors.isEmpty()) {
            return ResponseEntity.ok(body);
        }
        HttpServletRequest request = Servlets.current();
        StringJoiner links = new StringJoiner(", ");
        if (cursors.size() >= page.limit()) {
            links.add("<" + address(request, "max_id", cursors.getLast()) + ">; rel=\"next\"");
        }
        links.add("<" + address(request, "min_id", cursors.getFirst()) + ">; rel=\"prev\"");
        return ResponseEntity.ok().header(HttpHeaders.LINK, links.toString()).body(body);
    }

    private String address(HttpServletRequest request, String cursor, long id) {
        StringJoiner query = new StringJoiner("&");
        QueryString.parse(request.getQueryString()).forEach((name, values) -> {
            if (!DROPPED.contains(name)) {
                values.forEach(value -> query.add(encode(name) + "=" + encode(value)));
            }
        });
        return base.resolve(request.getRequestURI()) + "?" + query.add(cursor + "=" + id);
    }

    private static String encode(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }
}
