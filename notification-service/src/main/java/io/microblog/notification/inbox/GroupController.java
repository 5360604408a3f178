package io.microblog.notification.inbox;

import java.util.List;
import java.util.Map;

import io.microblog.kit.openapi.SchemaName;
import io.microblog.kit.problem.NotFound;
import io.microblog.kit.security.Caller;
import io.microblog.kit.security.RequiresScope;
import io.microblog.kit.web.Body;
import io.microblog.kit.web.Page;
import io.microblog.kit.web.PageDefaults;
import io.microblog.kit.web.PageLinks;
import io.microblog.notification.marker.Markers;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** A person's own notifications in groups. */
@RestController
@RequestMapping("/api/v2/notifications")
class GroupController {

    private final Groups groups;
    private final NotificationRepository notifications;
    private final Hydration hydration;
    private final Markers markers;
    private final PageLinks links;

    GroupController(
            Groups groups,
            NotificationRepository notifications,
            Hydration hydration,
            Markers markers,
            PageLinks links) {
        this.groups = groups;
        this.notifications = notifications;
        this.hydration = hydration;
        this.markers = markers;
        this.links = links;
    }

    @GetMapping
    @RequiresScope("read:notifications")
    ResponseEntity<GroupsResponse> list(
            @PageDefaults(limit = 40, max = 80) Page page,
            @Body NotificationFilter filter,
            @Body Grouping grouping,
            Caller caller) {
        long me = caller.requireAccount();
        List<Group> found = groups.page(me, filter, grouping, page);
        return links.around(
                page,
                hydration.of(found, me, grouping.wantsPartialAccounts(), GroupResponse::onPage),
                found.stream()
                        .map(Group::cursor)
                        .sorted((one, other) -> Long.compare(other, one))
                        .toList());
    }

    @GetMapping("/unread_count")
    @RequiresScope("read:notifications")
    UnreadCount unread(
            @RequestParam(defaultValue = "100") int limit,
            @Body NotificationFilter filter,
            @Body Grouping grouping,
            Caller caller) {
        long me = caller.requireAccount();
        long read = markers.lastRead(me, "notifications");
        return new UnreadCount(groups.count(me, filter, grouping, read, UnreadCount.limit(limit)));
    }

    @GetMapping("/{group_key}")
    @RequiresScope("read:notifications")
    GroupsResponse get(@PathVariable("group_key") String groupKey, Caller caller) {
        long me = caller.requireAccount();
        GroupsResponse found =
                hydration.of(groups.find(me, groupKey).stream().toList(), me, false, GroupResponse::alone);
        if (found.notificationGroups().isEmpty()) {
            throw new NotFound();
        }
        return found;
    }

    @GetMapping("/{group_key}/accounts")
    @RequiresScope("read:notifications")
    ResponseEntity<List<@SchemaName("Account") JsonNode>> accounts(
            @PathVariable("group_key") String groupKey, @PageDefaults(limit = 40, max = 80) Page page, Caller caller) {
        long me = caller.requireAccount();
        List<Notification> found = notifications.ofGroup(me, groupKey, page);
        if (found.isEmpty() && groups.find(me, groupKey).isEmpty()) {
            throw new NotFound();
        }
        return links.page(
                page,
                List.copyOf(hydration
                        .accounts(found.stream().map(Notification::fromId), me)
                        .values()),
                found.stream().map(Notification::id).toList());
    }

    @PostMapping("/{group_key}/dismiss")
    @RequiresScope("write:notifications")
    Map<String, String> dismiss(@PathVariable("group_key") String groupKey, Caller caller) {
        if (!notifications.removeGroup(caller.requireAccount(), groupKey)) {
            throw new NotFound();
        }
        return Map.of();
    }

    @PostMapping("/clear")
    @RequiresScope("write:notifications")
    Map<String, String> clear(Caller caller) {
        notifications.removeAll(caller.requireAccount());
        return Map.of();
    }
}
