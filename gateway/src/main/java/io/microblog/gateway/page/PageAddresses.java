package io.microblog.gateway.page;

import java.util.List;

/** The addresses of the web client's pages. Its own {@code routes.tsx} has the same, which a test holds together. */
final class PageAddresses {

    private static final String PERSON = "/@{name:[A-Za-z0-9_]+}";
    private static final String STATUS = PERSON + "/{id:[0-9]{1,19}}";

    /** About somebody, who may not exist. */
    static final List<String> PROFILES =
            List.of(PERSON, PERSON + "/with_replies", PERSON + "/media", PERSON + "/followers", PERSON + "/following");

    /** About a post, which may not exist. */
    static final List<String> POSTS = List.of(STATUS, STATUS + "/boosts", STATUS + "/favourites", STATUS + "/quotes");

    static final List<String> OTHERS = List.of(
            "/",
            "/about",
            "/explore",
            "/directory",
            "/tags/{tag}",
            "/search",
            "/notifications",
            "/notifications/requests",
            "/conversations",
            "/insights",
            "/insights/{id}",
            "/favourites",
            "/bookmarks",
            "/lists",
            "/lists/{id}",
            "/lists/{id}/edit",
            "/drafts",
            "/scheduled",
            "/moderation",
            "/moderation/dashboard",
            "/moderation/{id}",
            "/moderation/cases/{id}",
            "/settings",
            "/settings/announcements",
            "/settings/blocks",
            "/settings/filters",
            "/settings/mutes",
            "/settings/notifications",
            "/settings/profile",
            "/settings/sessions",
            "/settings/invites",
            "/settings/strikes",
            "/follow-requests",
            "/followed-tags",
            "/compose");

    private PageAddresses() {}
}
