package io.microblog.user.moderation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.microblog.kit.problem.Invalid;
import io.microblog.kit.security.Permission;
import io.microblog.kit.security.RequiresPermission;
import io.microblog.kit.security.RequiresScope;
import io.microblog.kit.web.IdList;
import io.microblog.kit.web.Page;
import io.microblog.kit.web.PageDefaults;
import io.microblog.kit.web.PageLinks;
import io.microblog.user.moderation.AccountFilter.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Finds accounts for moderators, by the filters of both versions of the API. */
@RestController
@RequiresPermission(Permission.MANAGE_USERS)
class AdminAccountListController {

    private final AdminAccounts accounts;
    private final PageLinks links;

    AdminAccountListController(AdminAccounts accounts, PageLinks links) {
        this.accounts = accounts;
        this.links = links;
    }

    @GetMapping("/api/v2/admin/accounts")
    @RequiresScope("admin:read:accounts")
    ResponseEntity<List<AdminAccountResponse>> accounts(
            @RequestParam(required = false) @Nullable String origin,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String permissions,
            @IdList(value = "role_ids", max = 40) List<Long> roleIds,
            @RequestParam(name = "invited_by", required = false) @Nullable Long invitedBy,
            @RequestParam(required = false) @Nullable String username,
            @RequestParam(name = "display_name", required = false) @Nullable String displayName,
            @RequestParam(name = "by_domain", required = false) @Nullable String domain,
            @RequestParam(required = false) @Nullable String email,
            @RequestParam(required = false) @Nullable String ip,
            @PageDefaults(limit = 100, max = 200) Page page) {
        boolean nobody = "remote".equals(origin) || says(domain);
        return list(
                new AccountFilter(
                        kind(status),
                        "staff".equals(permissions),
                        roleIds,
                        wish(username),
                        wish(displayName),
                        wish(email),
                        wish(ip),
                        invitedBy,
                        nobody),
                page);
    }

    /** The older version, which asks for each standing by a parameter of its own; of several, the severest counts. */
    @GetMapping("/api/v1/admin/accounts")
    @RequiresScope("admin:read:accounts")
    ResponseEntity<List<AdminAccountResponse>> accounts(
            @RequestParam(defaultValue = "false") boolean remote,
            @RequestParam(defaultValue = "false") boolean active,
            @RequestParam(defaultValue = "false") boolean pending,
            @RequestParam(defaultValue = "false") boolean disabled,
            @RequestParam(defaultValue = "false") boolean silenced,
            @RequestParam(defaultValue = "false") boolean suspended,
            @RequestParam(defaultValue = "false") boolean sensitized,
            @RequestParam(defaultValue = "false") boolean staff,
            @RequestParam(required = false) @Nullable String username,
            @RequestParam(name = "display_name", required = false) @Nullable String displayName,
            @RequestParam(name = "by_domain", required = false) @Nullable String domain,
            @RequestParam(required = false) @Nullable String email,
            @RequestParam(required = false) @Nullable String ip,
            @PageDefaults(limit = 100, max = 200) Page page) {
        Kind severest = Stream.of(
                        kind(suspended, Kind.SUSPENDED),
                        kind(silenced, Kind.SILENCED),
                        kind(sensitized, Kind.SENSITIZED),
                        kind(disabled, Kind.DISABLED),
                        kind(pending, Kind.PENDING),
                        kind(active, Kind.ACTIVE))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
        return list(
                new AccountFilter(
                        severest,
                        staff,
                        List.of(),
                        wish(username),
                        wish(displayName),
                        wish(email),
                        wish(ip),
                        null,
                        remote || says(domain)),
                page);
    }

    private ResponseEntity<List<AdminAccountResponse>> list(AccountFilter filter, Page page) {
        return links.page(page, accounts.list(filter, page), account -> Long.parseLong(account.id()));
    }

    private static @Nullable Kind kind(@Nullable String status) {
        return switch (status == null ? "" : status) {
            case "" -> null;
            case "active" -> Kind.ACTIVE;
            case "pending" -> Kind.PENDING;
            case "disabled" -> Kind.DISABLED;
            case "silenced" -> Kind.SILENCED;
            case "suspended" -> Kind.SUSPENDED;
            default -> throw Invalid.field("status", "ERR_INCLUSION", "is not included in the list");
        };
    }

    private static Optional<Kind> kind(boolean asked, Kind kind) {
        return asked ? Optional.of(kind) : Optional.empty();
    }

    private static boolean says(@Nullable String text) {
        return StringUtils.hasText(text);
    }

    private static @Nullable String wish(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
