package io.microblog.user.account;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.microblog.event.QuotePolicy;
import io.microblog.event.Visibility;
import io.microblog.kit.account.PublicAccount;
import io.microblog.user.role.RoleResponse;
import io.microblog.user.role.StaffRole;
import org.jspecify.annotations.Nullable;

/** An account as its owner sees it: the public one with the sources of what is rendered there. */
record CredentialAccount(@JsonUnwrapped PublicAccount account, Source source, RoleResponse role) {

    record Source(
            Visibility privacy,
            boolean sensitive,
            @Nullable String language,
            String note,
            List<Field> fields,
            long followRequestsCount,
            boolean hideCollections,
            boolean discoverable,
            boolean indexable,
            List<String> attributionDomains,
            QuotePolicy quotePolicy) {}

    record Field(String name, String value, @Nullable Instant verifiedAt) {}

    static CredentialAccount of(PublicAccount account, ProfileSettings settings, long requests, StaffRole role) {
        return new CredentialAccount(account, source(settings, requests), RoleResponse.from(role));
    }

    private static Source source(ProfileSettings settings, long requests) {
        return new Source(
                settings.visibility(),
                settings.sensitive(),
                settings.language(),
                settings.note(),
                settings.fields().stream()
                        .map(field -> new Field(field.name(), field.value(), field.verifiedAt()))
                        .toList(),
                requests,
                settings.hideCollections(),
                settings.discoverable(),
                settings.indexable(),
                settings.attributionDomains(),
                settings.quotePolicy());
    }
}
