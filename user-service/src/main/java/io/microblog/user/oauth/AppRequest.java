package io.microblog.user.oauth;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import io.microblog.kit.problem.Invalid;
import io.microblog.kit.text.Label;
import org.jspecify.annotations.Nullable;

/**
 * A client registers itself.
 *
 * @param redirectUris a list, or one text with one or more separated by white space
 * @param scopes separated by white space
 */
record AppRequest(
        @Nullable String clientName,
        @Nullable List<String> redirectUris,
        @Nullable String scopes,
        @Nullable String website) {

    private static final int NAME_LENGTH = 60;
    private static final int URI_LENGTH = 2_000;
    private static final int MAX_REDIRECTS = 20;

    record Accepted(
            String name,
            List<String> redirectUris,
            Set<String> scopes,
            @Nullable String website) {}

    /**
     * Checks everything before it complains.
     *
     * @throws Invalid naming every field that cannot be accepted
     */
    Accepted check() {
        var problems = Invalid.builder();
        String name = clientName == null ? "" : Label.clean(clientName);
        if (name.isEmpty()) {
            problems.field("client_name", "ERR_BLANK", "can't be blank");
        } else if (!Label.fits(name, NAME_LENGTH)) {
            problems.field("client_name", "ERR_TOO_LONG", "is too long (maximum is " + NAME_LENGTH + " characters)");
        }
        List<String> uris = redirectUris == null
                ? List.of()
                : redirectUris.stream()
                        .flatMap(text -> Arrays.stream(text.strip().split("\\s+")))
                        .filter(uri -> !uri.isEmpty())
                        .distinct()
                        .toList();
        if (uris.isEmpty()) {
            problems.field("redirect_uris", "ERR_BLANK", "can't be blank");
        } else if (uris.size() > MAX_REDIRECTS || !uris.stream().allMatch(RedirectUri::isAllowed)) {
            problems.field(
                    "redirect_uris",
                    "ERR_INVALID",
                    "must be https addresses, loopback ones, or of a scheme of the app's own");
        }
        Set<String> wanted = Scopes.parse(scopes == null || scopes.isBlank() ? Scopes.DEFAULT : scopes);
        if (!Scopes.KNOWN.containsAll(wanted)) {
            problems.field("scopes", "ERR_INVALID", "has a scope that is not known");
        }
        String site = website == null || website.isBlank() ? null : website.strip();
        if (site != null && !isWebsite(site)) {
            problems.field("website", "ERR_INVALID", "is not a valid URL");
        }
        problems.throwIfAny();
        return new Accepted(name, uris, wanted, site);
    }

    private static boolean isWebsite(String text) {
        try {
            var uri = new URI(text);
            return text.length() <= URI_LENGTH
                    && uri.getHost() != null
                    && ("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
