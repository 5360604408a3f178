package io.microblog.notification.mail.suppression;

import java.util.List;
import java.util.Map;

import io.microblog.kit.security.Caller;
import io.microblog.kit.security.Permission;
import io.microblog.kit.security.RequiresPermission;
import io.microblog.kit.security.RequiresScope;
import io.microblog.kit.web.Page;
import io.microblog.kit.web.PageDefaults;
import io.microblog.kit.web.PageLinks;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows those who look after people whom mails do not reach, and has the provider try again. */
@RestController
@RequestMapping("/api/v1/admin/mail_suppressions")
@RequiresPermission(Permission.MANAGE_USERS)
class AdminSuppressionController {

    private final SuppressionService service;
    private final PageLinks links;

    AdminSuppressionController(SuppressionService service, PageLinks links) {
        this.service = service;
        this.links = links;
    }

    /** Of everybody, the newest first, or of one person. */
    @GetMapping
    @RequiresScope("admin:read")
    ResponseEntity<List<AdminSuppressionResponse>> list(
            @RequestParam(name = "account_id", required = false) @Nullable Long account, @PageDefaults Page page) {
        if (account != null) {
            return ResponseEntity.ok(service.of(account).stream()
                    .map(AdminSuppressionResponse::from)
                    .toList());
        }
        List<Suppression> found = service.page(page);
        return links.page(
                page,
                service.concerned(found).stream()
                        .map(AdminSuppressionResponse::from)
                        .toList(),
                found.stream().map(Suppression::id).toList());
    }

    /** Has the provider deliver to the address again; whose it is must be said where the list of everybody has no entry. */
    @PostMapping("/{id}/reactivate")
    @RequiresScope("admin:write")
    Map<String, String> reactivate(
            @PathVariable long id,
            @RequestParam(name = "account_id", required = false) @Nullable Long account,
            Caller caller) {
        service.reactivate(id, account, caller.requireAccount());
        return Map.of();
    }
}
