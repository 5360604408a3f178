package io.microblog.notification.stream;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.microblog.event.EngagementEvent.PostBoosted;
import io.microblog.event.EngagementEvent.PostUnboosted;
import io.microblog.event.PostEvent;
import io.microblog.event.PostEvent.PostCreated;
import io.microblog.event.PostEvent.PostDeleted;
import io.microblog.event.PostEvent.PostEdited;
import io.microblog.event.Visibility;
import io.microblog.internal.StreamQuestion.Gone;
import io.microblog.internal.StreamQuestion.Shown;

/** What has come at once: of each post the last, since post-service shows it as it is now. */
final class News {

    private static final String UPDATE = "update";
    private static final String EDIT = "status.update";

    private final Map<Long, Shown> shown = new LinkedHashMap<>();
    private final Map<Long, Gone> gone = new LinkedHashMap<>();
    private final Map<Long, String> events = new HashMap<>();

    void add(PostEvent event) {
        switch (event) {
            case PostCreated created ->
                show(UPDATE, created.postId(), created.post().authorId());
            case PostEdited edited -> show(EDIT, edited.postId(), edited.post().authorId());
            case PostDeleted deleted -> withdraw(gone(deleted));
        }
    }

    void add(PostBoosted boosted) {
        show(UPDATE, boosted.boostId(), boosted.accountId());
    }

    /** Boosts are found by followers, and stand in no public timeline. */
    void add(PostUnboosted unboosted) {
        withdraw(new Gone(unboosted.boostId(), unboosted.accountId(), Visibility.PRIVATE, List.of(), List.of()));
    }

    List<Shown> shown() {
        return List.copyOf(shown.values());
    }

    List<Gone> gone() {
        return List.copyOf(gone.values());
    }

    /** What happened to what is shown, as the API names it. */
    String eventOf(long id) {
        return events.getOrDefault(id, UPDATE);
    }

    private void show(String event, long id, long actor) {
        shown.put(id, new Shown(id, actor));
        events.putIfAbsent(id, event);
    }

    private void withdraw(Gone one) {
        shown.remove(one.id());
        gone.put(one.id(), one);
    }

    /** Events from before they told it say to nobody but the author who could see the post. */
    private static Gone gone(PostDeleted deleted) {
        return new Gone(
                deleted.postId(),
                deleted.authorId(),
                Objects.requireNonNullElse(deleted.visibility(), Visibility.DIRECT),
                deleted.mentions() == null
                        ? List.of()
                        : deleted.mentions().stream()
                                .map(PostDeleted.Named::accountId)
                                .toList(),
                Objects.requireNonNullElse(deleted.hashtags(), List.of()));
    }
}
