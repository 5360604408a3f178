package io.microblog.user.oauth;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.microblog.kit.problem.Invalid;
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

    /** Schemes by which a browser would run or read something of its own. */
    private static final Set<String> DANGEROUS =
            Set.of("javascript", "data", "vbscript", "file", "about", "blob", "filesystem", "view-source", "mailto");

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
        String name = clientName == null ? "" : clientName.strip();
        if (name.isEmpty()) {
            problems.field("client_name", "ERR_BLANK", "can't be blank");
        } else if (name.length() > NAME_LENGTH) {
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
        } else if (uris.size() > MAX_REDIRECTS || !uris.stream().allMatch(AppRequest::mayRedirectTo)) {
            problems.field("redirect_uris", "ERR_INVALID", "must be absolute URIs without a fragment");
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

    private static boolean mayRedirectTo(String text) {
        URI uri = parse(text);
        if (uri == null || !uri.isAbsolute() || uri.getRawFragment() != null || text.contains("*")) {
            return false;
        }
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        if (scheme.equals("http") || scheme.equals("https")) {
            return uri.getHost() != null && uri.getRawUserInfo() == null;
        }
        if (scheme.equals("urn")) {
            return text.equals(App.OUT_OF_BAND);
        }
        return !DANGEROUS.contains(scheme);
    }

    private static boolean isWebsite(String text) {
        URI uri = parse(text);
        return uri != null
                && uri.getHost() != null
                && ("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()));
    }

    private static @Nullable URI parse(String text) {
        try {
            return text.length() > URI_LENGTH ? null : new URI(text);
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
