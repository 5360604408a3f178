package io.microblog.notification.push.queue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.microblog.internal.InternalCalls;
import io.microblog.internal.ReportApi;
import io.microblog.internal.StatusApi;
import io.microblog.internal.StatusRead;
import io.microblog.internal.TextWanted;
import io.microblog.internal.VisibleAccountApi;
import io.microblog.kit.problem.Unavailable;
import io.microblog.notification.push.queue.PushFacts.Shown;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;
import tools.jackson.databind.JsonNode;

/**
 * Asks what pushes have to know, by one question to each neighbour for all that were taken up together. Who blocks whom is
 * known here, so accounts are the same for all readers.
 */
@Component
class PushSources {

    private static final String SHOWN = """
            SELECT n.id, n.recipient_id, n.type, n.from_id, n.post_id, n.object_id FROM shown_notification n
            WHERE n.id = ANY (CAST(:ids AS bigint[])) AND NOT n.filtered
            """;

    private final JdbcClient jdbc;
    private final StatusApi posts;
    private final VisibleAccountApi users;
    private final ReportApi reports;

    PushSources(JdbcClient jdbc, StatusApi posts, VisibleAccountApi users, ReportApi reports) {
        this.jdbc = jdbc;
        this.posts = posts;
        this.users = users;
        this.reports = reports;
    }

    /** @throws Unavailable when somebody cannot tell now */
    PushFacts of(List<OwedPush> pushes) {
        Map<Long, Shown> shown = jdbc
                .sql(SHOWN)
                .param(
                        "ids",
                        pushes.stream().map(OwedPush::notificationId).distinct().toArray(Long[]::new))
                .query(Shown.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Shown::id, Function.identity()));
        try {
            return new PushFacts(shown, actors(shown), statuses(shown), reports(shown));
        } catch (RestClientException e) {
            throw new Unavailable("Notifications are temporarily unavailable", e);
        }
    }

    private Map<Long, JsonNode> actors(Map<Long, Shown> shown) {
        var found = new HashMap<Long, JsonNode>();
        inParts(
                shown.values().stream().map(Shown::fromId).distinct().toList(),
                part -> users.accounts(part, null)
                        .forEach(account -> found.put(account.path("id").asLong(), account)));
        return found;
    }

    private Map<TextWanted, JsonNode> statuses(Map<Long, Shown> shown) {
        var found = new HashMap<TextWanted, JsonNode>();
        inParts(
                shown.values().stream()
                        .filter(one -> one.postId() != null)
                        .map(one -> new TextWanted(Objects.requireNonNull(one.postId()), one.recipientId()))
                        .distinct()
                        .toList(),
                part -> posts.shown(part).forEach(read -> found.put(wanted(read), read.status())));
        return found;
    }

    /** By one question for each of those who handle reports, who are few. */
    private Set<TextWanted> reports(Map<Long, Shown> shown) {
        var found = new HashSet<TextWanted>();
        shown.values().stream()
                .filter(Shown::isOfReport)
                .collect(Collectors.groupingBy(
                        Shown::recipientId,
                        Collectors.mapping(one -> Objects.requireNonNull(one.objectId()), Collectors.toList())))
                .forEach((reader, ids) -> inParts(
                        ids,
                        part -> reports.reports(part, reader)
                                .forEach(report -> found.add(
                                        new TextWanted(report.path("id").asLong(), reader)))));
        return found;
    }

    private static TextWanted wanted(StatusRead read) {
        return new TextWanted(read.status().path("id").asLong(), read.readerId());
    }

    private static <T> void inParts(List<T> all, Consumer<List<T>> ask) {
        for (int from = 0; from < all.size(); from += InternalCalls.MAX_IDS) {
            ask.accept(new ArrayList<>(all.subList(from, Math.min(from + InternalCalls.MAX_IDS, all.size()))));
        }
    }
}
