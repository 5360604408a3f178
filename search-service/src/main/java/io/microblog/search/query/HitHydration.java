package io.microblog.search.query;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.microblog.internal.HashtagApi;
import io.microblog.internal.InternalCalls;
import io.microblog.internal.LibraryApi;
import io.microblog.internal.StatusApi;
import io.microblog.internal.VisibleAccountApi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Turns ids into the JSON that their owners make of them for this reader, and passes it through. Who may see what is
 * decided there: an id may come back as nothing.
 */
@Component
class HitHydration {

    /** How a status says so. */
    private static final List<String> KEPT = List.of("reblogged", "favourited", "bookmarked");

    private static final Logger LOG = LoggerFactory.getLogger(HitHydration.class);

    /** How long the answer waits for what is said of hashtags. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private interface Owner {
        List<JsonNode> get(List<Long> ids, @Nullable Long reader);
    }

    private final StatusApi posts;
    private final LibraryApi library;
    private final HashtagApi tags;
    private final VisibleAccountApi users;
    private final Executor executor;

    HitHydration(
            StatusApi posts,
            LibraryApi library,
            HashtagApi tags,
            VisibleAccountApi users,
            @Qualifier("applicationTaskExecutor") Executor executor) {
        this.posts = posts;
        this.library = library;
        this.tags = tags;
        this.users = users;
        this.executor = executor;
    }

    /** What the reader is shown. */
    record Hydrated(List<JsonNode> accounts, List<JsonNode> statuses, List<FoundTag> hashtags) {}

    /** How many hits to ask the engine for, so that those the reader may not see leave no gap. */
    static int withReserve(int limit) {
        return Math.min(limit + limit / 2 + 5, InternalCalls.MAX_IDS);
    }

    /**
     * Asks the owners side by side.
     *
     * @param limit how many of each at most
     * @param end when to give up, by {@link System#nanoTime()}
     * @throws SearchUnavailable when one of them fails or is late
     */
    Hydrated hydrate(Found found, @Nullable Long reader, int limit, long end) {
        var accounts = start(users::accounts, found.accounts(), reader, limit);
        Owner owner = found.byName() ? posts::statuses : this::foundStatuses;
        var statuses = start(owner, found.statuses(), reader, limit);
        var hashtags = listed(found.hashtags());
        return new Hydrated(await(accounts, end), await(statuses, end), await(hashtags, end));
    }

    /**
     * Without those that moderators keep from where people come across hashtags. While it cannot be told which those are,
     * there are none; all else is found.
     */
    private CompletableFuture<List<FoundTag>> listed(List<FoundTag> found) {
        if (found.isEmpty()) {
            return CompletableFuture.completedFuture(List.of());
        }
        List<String> names = found.stream().map(FoundTag::id).toList();
        return CompletableFuture.supplyAsync(() -> tags.unlisted(names), executor)
                .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .thenApply(unlisted -> found.stream()
                        .filter(tag -> !unlisted.contains(tag.id()))
                        .toList())
                .exceptionally(away -> {
                    LOG.info("Hashtags are left out: {}", String.valueOf(away.getMessage()));
                    return List.of();
                });
    }

    /**
     * What the reader keeps: ids of the posts that they boosted, favourited or bookmarked, the latest of each.
     *
     * @throws SearchUnavailable when post-service fails or is late
     */
    Set<Long> kept(long reader, long end) {
        return await(CompletableFuture.supplyAsync(() -> library.kept(reader), executor), end);
    }

    /** Whose author has agreed to be found until a moment ago may still be in the index. */
    private List<JsonNode> foundStatuses(List<Long> ids, @Nullable Long reader) {
        return posts.statuses(ids, reader).stream()
                .filter(status -> isOpen(status) || isOwn(status, String.valueOf(reader)))
                .toList();
    }

    private static boolean isOpen(JsonNode status) {
        return status.at("/account/indexable").asBoolean(true)
                && status.path("visibility").asString("public").equals("public");
    }

    /** Written by the reader, naming the reader, or kept by the reader. */
    private static boolean isOwn(JsonNode status, String reader) {
        return status.at("/account/id").asString("").equals(reader)
                || status.path("mentions")
                        .valueStream()
                        .anyMatch(mention -> mention.path("id").asString("").equals(reader))
                || KEPT.stream().anyMatch(mark -> status.path(mark).asBoolean(false));
    }

    private CompletableFuture<List<JsonNode>> start(Owner owner, List<Long> ids, @Nullable Long reader, int limit) {
        return ids.isEmpty()
                ? CompletableFuture.completedFuture(List.of())
                : CompletableFuture.supplyAsync(() -> visible(owner, ids, reader, limit), executor);
    }

    /** The reserve is asked for only when some of the first are missing. */
    private static List<JsonNode> visible(Owner owner, List<Long> ids, @Nullable Long reader, int limit) {
        int first = Math.min(limit, ids.size());
        List<JsonNode> visible = new ArrayList<>(owner.get(ids.subList(0, first), reader));
        if (visible.size() < limit && first < ids.size()) {
            visible.addAll(owner.get(ids.subList(first, ids.size()), reader));
        }
        return visible.subList(0, Math.min(limit, visible.size()));
    }

    private static <T> T await(CompletableFuture<T> hydrated, long end) {
        try {
            return hydrated.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new SearchUnavailable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SearchUnavailable(e);
        }
    }
}
