package io.microblog.user.relation;

import java.util.List;
import java.util.Set;

import io.microblog.kit.account.PublicAccount;
import io.microblog.kit.security.InternalOnly;
import io.microblog.kit.web.IdList;
import io.microblog.user.account.Profiles;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Shows other services accounts as a reader may see them. */
@RestController
@InternalOnly({"search-service", "notification-service"})
class VisibleAccountController {

    private final Profiles profiles;
    private final RelationshipRepository relationships;

    VisibleAccountController(Profiles profiles, RelationshipRepository relationships) {
        this.profiles = profiles;
        this.relationships = relationships;
    }

    /** In the order asked, without those who block the reader. */
    @GetMapping("/internal/accounts")
    List<PublicAccount> accounts(
            @IdList("id") List<Long> ids,
            @RequestHeader(name = "Microblog-Reader", required = false) @Nullable Long reader) {
        Set<Long> hidden = reader == null || ids.isEmpty() ? Set.of() : relationships.findBlockersOf(reader, ids);
        return profiles.show(ids.stream().filter(id -> !hidden.contains(id)).toList());
    }
}
