package io.microblog.notification.inbox;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

import io.microblog.internal.InternalCalls;
import io.microblog.internal.ReportApi;
import io.microblog.internal.StatusApi;
import io.microblog.internal.VisibleAccountApi;
import io.microblog.kit.problem.Unavailable;
import io.microblog.notification.inbox.GroupResponse.Visible;
import io.microblog.notification.inbox.GroupsResponse.PartialAccount;
import io.microblog.notification.notice.Warnings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;
import tools.jackson.databind.JsonNode;

/**
 * Adds to notifications the accounts, statuses and reports as their owners show them to this reader, by few questions to
 * each owner. A notification is left out when the reader may no longer see what it is about, or has muted that thread:
 * replicas know this too, but their owners have the last word.
 */
@Component
public class Hydration {

    private final StatusApi posts;
    private final VisibleAccountApi users;
    private final ReportApi reports;
    private final Warnings warnings;

    Hydration(StatusApi posts, VisibleAccountApi users, ReportApi reports, Warnings warnings) {
        this.posts = posts;
        this.users = users;
        this.reports = reports;
        this.warnings = warnings;
    }

    /** @throws Unavailable when one of the two does not answer */
    List<NotificationResponse> of(List<Notification> notifications, long reader) {
        Map<String, JsonNode> accounts = accounts(notifications.stream().map(Notification::fromId), reader);
        Map<String, JsonNode> statuses = statuses(notifications.stream().map(Notification::postId), reader);
        Matters matters = matters(notifications, Notification::type, Notification::objectId, reader);
        return notifications.stream()
                .filter(notification -> matters.has(notification.objectId()))
                .map(notification -> response(notification, accounts, statuses, matters))
                .filter(Objects::nonNull)
                .toList();
    }

    /**
     * Groups with what they name.
     *
     * @param partial whether accounts of which only the picture is shown are short
     * @param show how a group looks with the accounts that the reader may see
     * @throws Unavailable when one of the two does not answer
     */
    GroupsResponse of(
            List<Group> groups, long reader, boolean partial, BiFunction<Group, Visible, GroupResponse> show) {
        Map<String, JsonNode> accounts = accounts(groups.stream().flatMap(group -> group.fromIds().stream()), reader);
        Map<String, JsonNode> statuses = statuses(groups.stream().map(Group::postId), reader);
        Matters matters = matters(groups, Group::type, Group::objectId, reader);
        List<GroupResponse> shown = groups.stream()
                .filter(group -> group.postId() == null || statuses.containsKey(Long.toString(group.postId())))
                .filter(group -> matters.has(group.objectId()))
                .flatMap(group -> visible(group, accounts, matters).map(visible -> show.apply(group, visible)).stream())
                .toList();
        Set<String> named = new HashSet<>();
        shown.forEach(
                group -> named.addAll(partial ? group.sampleAccountIds().subList(0, 1) : group.sampleAccountIds()));
        Set<String> others = new HashSet<>();
        shown.forEach(group -> others.addAll(group.sampleAccountIds()));
        others.removeAll(named);
        return new GroupsResponse(
                those(accounts, named),
                partial
                        ? those(accounts, others).stream()
                                .map(PartialAccount::of)
                                .toList()
                        : null,
                List.copyOf(statuses.values()),
                shown);
    }

    /**
     * Accounts by their ids, in the order asked, without those whom the reader may not see.
     *
     * @throws Unavailable when user-service does not answer
     */
    public Map<String, JsonNode> accounts(Stream<Long> ids, long reader) {
        return ask(users::accounts, ids, reader);
    }

    /** Those of threads of which the reader wants to hear, by their ids. */
    public Map<String, JsonNode> statuses(Stream<@Nullable Long> ids, long reader) {
        Map<String, JsonNode> statuses = ask(posts::statuses, ids.filter(Objects::nonNull), reader);
        statuses.values().removeIf(status -> status.path("muted").asBoolean(false));
        return statuses;
    }

    /** What these are about that is no post. */
    private <T> Matters matters(
            List<T> told, Function<T, String> type, Function<T, @Nullable Long> objectId, long reader) {
        Map<String, JsonNode> shown = ask(reports::reports, those(Matters.REPORT, told, type, objectId), reader);
        return new Matters(
                shown,
                warnings.find(those(Matters.WARNING, told, type, objectId).toList()));
    }

    private static <T> Stream<Long> those(
            String wanted, List<T> told, Function<T, String> type, Function<T, @Nullable Long> objectId) {
        return told.stream()
                .filter(one -> type.apply(one).equals(wanted))
                .map(objectId)
                .filter(Objects::nonNull);
    }

    private static @Nullable NotificationResponse response(
            Notification notification,
            Map<String, JsonNode> accounts,
            Map<String, JsonNode> statuses,
            Matters matters) {
        JsonNode account = accounts.get(Long.toString(notification.fromId()));
        JsonNode status = notification.postId() == null ? null : statuses.get(Long.toString(notification.postId()));
        if (account == null || (notification.postId() != null && status == null)) {
            return null;
        }
        return NotificationResponse.of(notification, account, status, matters);
    }

    /** Nothing where the reader may see none of those who did it. */
    private static Optional<Visible> visible(Group group, Map<String, JsonNode> accounts, Matters matters) {
        List<String> people = group.fromIds().stream()
                .map(id -> Long.toString(id))
                .filter(accounts::containsKey)
                .toList();
        return people.stream()
                .findFirst()
                .map(accounts::get)
                .map(first -> new Visible(
                        people,
                        matters.reportOf(group.type(), group.objectId()),
                        matters.warningOf(group.type(), group.objectId(), first)));
    }

    private static List<JsonNode> those(Map<String, JsonNode> accounts, Collection<String> ids) {
        return accounts.entrySet().stream()
                .filter(account -> ids.contains(account.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** In as few questions as their owner takes. */
    private static Map<String, JsonNode> ask(
            BiFunction<List<Long>, Long, List<JsonNode>> owner, Stream<Long> ids, long reader) {
        List<Long> wanted = ids.distinct().toList();
        var found = new LinkedHashMap<String, JsonNode>();
        try {
            for (int from = 0; from < wanted.size(); from += InternalCalls.MAX_IDS) {
                List<Long> part = wanted.subList(from, Math.min(from + InternalCalls.MAX_IDS, wanted.size()));
                owner.apply(part, reader)
                        .forEach(one -> found.putIfAbsent(one.path("id").asString(), one));
            }
        } catch (RestClientException e) {
            throw new Unavailable("Notifications are temporarily unavailable", e);
        }
        return found;
    }
}
