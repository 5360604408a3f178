package io.microblog.user.audit;

import java.time.Instant;
import java.util.List;

import io.microblog.kit.security.Permission;
import io.microblog.kit.security.RequiresPermission;
import io.microblog.kit.security.RequiresScope;
import io.microblog.kit.web.Page;
import io.microblog.kit.web.PageDefaults;
import io.microblog.kit.web.PageLinks;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows the log; in the API's style, which has no such endpoint of its own. */
@RestController
class AuditController {

    private final AuditLog log;
    private final PageLinks links;

    AuditController(AuditLog log, PageLinks links) {
        this.log = log;
        this.links = links;
    }

    /** An entry for clients. */
    record AuditEntryResponse(
            String id,
            @Nullable String accountId,
            String action,
            @Nullable String targetAccountId,
            @Nullable String objectId,
            String text,
            Instant createdAt) {

        static AuditEntryResponse from(AuditEntry entry) {
            return new AuditEntryResponse(
                    String.valueOf(entry.id()),
                    text(entry.actorId()),
                    entry.action().code(),
                    text(entry.targetId()),
                    text(entry.objectId()),
                    entry.text(),
                    entry.at());
        }

        private static @Nullable String text(@Nullable Long id) {
            return id == null ? null : id.toString();
        }
    }

    @GetMapping("/api/v1/admin/audit_log")
    @RequiresScope("admin:read")
    @RequiresPermission(Permission.VIEW_AUDIT_LOG)
    ResponseEntity<List<AuditEntryResponse>> entries(
            @RequestParam(name = "target_account_id", required = false) @Nullable Long target,
            @PageDefaults(limit = 40, max = 100) Page page) {
        List<AuditEntry> entries = log.read(target, page);
        return links.page(
                page,
                entries.stream().map(AuditEntryResponse::from).toList(),
                entries.stream().map(AuditEntry::id).toList());
    }
}
