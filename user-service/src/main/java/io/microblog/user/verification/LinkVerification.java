package io.microblog.user.verification;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import io.microblog.kit.page.FetchedFile;
import io.microblog.kit.page.HtmlPage;
import io.microblog.kit.page.PageFetcher;
import io.microblog.kit.page.WantedFile;
import io.microblog.kit.web.BaseUrl;
import io.microblog.user.account.LinkedProfile;

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
                .filter(value -> PageFetcher.address(value)
                        .flatMap(address -> pages.fetch(address, WantedFile.PAGE))
                        .filter(page -> linksTo(page, own))
                        .isPresent())
                .collect(Collectors.toSet());
    }

    private static boolean linksTo(FetchedFile page, Set<String> own) {
        return HtmlPage.parse(page).select("a[rel~=(?i)(^|\\s)me(\\s|$)], link[rel~=(?i)(^|\\s)me(\\s|$)]").stream()
                .map(link -> link.absUrl("href").replaceFirst("/+$", "").toLowerCase(Locale.ROOT))
                .anyMatch(own::contains);
    }
}
