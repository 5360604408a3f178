package io.microblog.user.verification;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.microblog.kit.web.BaseUrl;
import io.microblog.user.account.LinkedProfile;
import org.jsoup.Jsoup;

/** Decides whether a page links back to a profile by {@code rel="me"} (microformats.org/wiki/rel-me). */
class LinkVerification {

    private final PageFetcher pages;
    private final BaseUrl base;

    LinkVerification(PageFetcher pages, BaseUrl base) {
        this.pages = pages;
        this.base = base;
    }

    /** Those of the profile's values that are addresses of pages which link back. */
    Set<String> verify(LinkedProfile profile) {
        Set<String> own = Set.of(
                base.resolve("/@" + profile.username()).toLowerCase(Locale.ROOT),
                base.resolve("/users/" + profile.username()).toLowerCase(Locale.ROOT));
        return profile.values().stream()
                .filter(value -> parse(value)
                        .flatMap(pages::fetch)
                        .filter(page -> linksTo(page, own))
                        .isPresent())
                .collect(Collectors.toSet());
    }

    private static boolean linksTo(PageFetcher.Page page, Set<String> own) {
        return Jsoup.parse(page.html(), page.address().toString())
                .select("a[rel~=(?i)(^|\\s)me(\\s|$)], link[rel~=(?i)(^|\\s)me(\\s|$)]")
                .stream()
                .map(link -> link.absUrl("href").replaceFirst("/+$", "").toLowerCase(Locale.ROOT))
                .anyMatch(own::contains);
    }

    private static Optional<URI> parse(String value) {
        try {
            URI uri = new URI(value.strip());
            boolean web = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            return web && uri.getHost() != null && uri.getRawUserInfo() == null ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
