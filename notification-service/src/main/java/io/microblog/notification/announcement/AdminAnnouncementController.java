package io.microblog.notification.announcement;

import java.util.List;
import java.util.Map;

import io.microblog.kit.security.Caller;
import io.microblog.kit.security.Permission;
import io.microblog.kit.security.RequiresPermission;
import io.microblog.kit.security.RequiresScope;
import io.microblog.kit.web.Body;
import io.microblog.kit.web.Page;
import io.microblog.kit.web.PageDefaults;
import io.microblog.kit.web.PageLinks;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Announcements for those who may announce; nobody else learns of what is not published. */
@RestController
@RequestMapping("/api/v1/admin/announcements")
@RequiresPermission(Permission.MANAGE_ANNOUNCEMENTS)
class AdminAnnouncementController {

    private final AnnouncementService announcements;
    private final AnnouncementRepository repository;
    private final AnnouncementActs acts;
    private final PageLinks links;

    AdminAnnouncementController(
            AnnouncementService announcements,
            AnnouncementRepository repository,
            AnnouncementActs acts,
            PageLinks links) {
        this.announcements = announcements;
        this.repository = repository;
        this.acts = acts;
        this.links = links;
    }

    @GetMapping
    @RequiresScope("admin:read")
    ResponseEntity<List<AdminAnnouncementResponse>> list(@PageDefaults Page page) {
        List<Announcement> found = repository.page(page);
        return links.page(
                page,
                found.stream().map(AdminAnnouncementResponse::from).toList(),
                found.stream().map(Announcement::id).toList());
    }

    @PostMapping
    @RequiresScope("admin:write")
    AdminAnnouncementResponse create(@Body AnnouncementRequest request, Caller caller) {
        return AdminAnnouncementResponse.from(announcements.create(caller.requireAccount(), request));
    }

    @GetMapping("/{id}")
    @RequiresScope("admin:read")
    AdminAnnouncementResponse get(@PathVariable long id) {
        return AdminAnnouncementResponse.from(announcements.require(id));
    }

    @PutMapping("/{id}")
    @RequiresScope("admin:write")
    AdminAnnouncementResponse change(@PathVariable long id, @Body AnnouncementRequest request, Caller caller) {
        return AdminAnnouncementResponse.from(announcements.change(caller.requireAccount(), id, request));
    }

    @DeleteMapping("/{id}")
    @RequiresScope("admin:write")
    Map<String, String> delete(@PathVariable long id, Caller caller) {
        announcements.delete(caller.requireAccount(), id);
        return Map.of();
    }

    /** Publishes it, now or at its time. */
    @PostMapping("/{id}/publish")
    @RequiresScope("admin:write")
    AdminAnnouncementResponse publish(@PathVariable long id, Caller caller) {
        return AdminAnnouncementResponse.from(announcements.publish(caller.requireAccount(), id));
    }

    @PostMapping("/{id}/unpublish")
    @RequiresScope("admin:write")
    AdminAnnouncementResponse unpublish(@PathVariable long id, Caller caller) {
        return AdminAnnouncementResponse.from(announcements.unpublish(caller.requireAccount(), id));
    }

    /** Who did what with it, the newest first. */
    @GetMapping("/{id}/acts")
    @RequiresScope("admin:read")
    ResponseEntity<List<AnnouncementActResponse>> acts(@PathVariable long id, @PageDefaults Page page) {
        return links.page(page, acts.page(id, page), act -> Long.parseLong(act.id()));
    }
}
