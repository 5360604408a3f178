package io.microblog.notification.inbox;

import java.util.List;
import java.util.Map;

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

/** A person's own notifications. */
@RestController
@RequestMapping("/api/v1/notifications")
class NotificationController {

    private final NotificationRepository notifications;
    private final Hydration hydration;
    private final Markers markers;
    private final PageLinks links;

    NotificationController(
            NotificationRepository notifications, Hydration hydration, Markers markers, PageLinks links) {
        this.notifications = notifications;
        this.hydration = hydration;
        this.markers = markers;
        this.links = links;
    }

    @GetMapping
    @RequiresScope("read:notifications")
    ResponseEntity<List<NotificationResponse>> list(
            @PageDefaults(limit = 40, max = 80) Page page, @Body NotificationFilter filter, Caller caller) {
        long me = caller.requireAccount();
        List<Notification> found = notifications.page(me, filter, page);
        return links.page(
                page,
                hydration.of(found, me),
                found.stream().map(Notification::id).toList());
    }

    @GetMapping("/unread_count")
    @RequiresScope("read:notifications")
    UnreadCount unread(@RequestParam(defaultValue = "100") int limit, @Body NotificationFilter filter, Caller caller) {
        long me = caller.requireAccount();
        long read = markers.lastRead(me, "notifications");
        return new UnreadCount(notifications.count(me, filter, read, UnreadCount.limit(limit)));
    }

    @GetMapping("/{id}")
    @RequiresScope("read:notifications")
    NotificationResponse get(@PathVariable long id, Caller caller) {
        long me = caller.requireAccount();
        List<Notification> found = notifications.find(me, id).stream().toList();
        return hydration.of(found, me).stream().findFirst().orElseThrow(NotFound::new);
    }

    @PostMapping("/clear")
    @RequiresScope("write:notifications")
    Map<String, String> clear(Caller caller) {
        notifications.removeAll(caller.requireAccount());
        return Map.of();
    }

    @PostMapping("/{id}/dismiss")
    @RequiresScope("write:notifications")
    Map<String, String> dismiss(@PathVariable long id, Caller caller) {
        if (!notifications.remove(caller.requireAccount(), id)) {
            throw new NotFound();
        }
        return Map.of();
    }
}
