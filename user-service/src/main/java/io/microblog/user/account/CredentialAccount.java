package io.microblog.user.account;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.microblog.event.QuotePolicy;
import io.microblog.event.Visibility;
import io.microblog.kit.account.PublicAccount;
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

    record RoleResponse(String id, String name, String color, String permissions, boolean highlighted) {}

    static CredentialAccount of(PublicAccount account, ProfileSettings settings, long requests, Role role) {
        return new CredentialAccount(account, source(settings, requests), role(role));
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

    /** The permissions are the API's bit mask: 1 is everything, 16 the handling of reports. */
    private static RoleResponse role(Role role) {
        return switch (role) {
            case USER -> new RoleResponse("-99", "", "", "0", false);
            case MODERATOR -> named("1", role, "16");
            case ADMIN -> named("2", role, "1");
            case OWNER -> named("3", role, "1");
        };
    }

    private static RoleResponse named(String id, Role role, String permissions) {
        String name = role.name().charAt(0) + role.name().substring(1).toLowerCase(Locale.ROOT);
        return new RoleResponse(id, name, "", permissions, true);
    }
}
