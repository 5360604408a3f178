package io.microblog.gateway.routing;

import java.time.Duration;
import java.util.Map;

import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.cloud.gateway.support.RouteMetadataUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/**
 * Which backend answers which path. The first route that matches wins, so the exceptions stand above the rules. What no
 * route names does not exist: {@code /internal} and the actuators are never reachable from outside.
 */
@Configuration(proxyBeanMethods = false)
class Routes {

    private static final DataSize API_BODY = DataSize.ofMegabytes(1);
    private static final DataSize UPLOAD_BODY = DataSize.ofMegabytes(40);

    /** Streams; and uploads, whose answer is waited for from the end of the body, by {@link Uploads}. */
    private static final Duration ENDLESS = Duration.ofMillis(-1);

    private static final RoutePolicy API = new RoutePolicy(Access.EXCHANGE, API_BODY, TrafficClass.API, false);
    private static final RoutePolicy UPLOAD =
            new RoutePolicy(Access.EXCHANGE, UPLOAD_BODY, TrafficClass.UPLOADS, false);
    private static final RoutePolicy STREAM = new RoutePolicy(Access.EXCHANGE, API_BODY, TrafficClass.STREAMS, true);
    private static final RoutePolicy PAGES = new RoutePolicy(Access.PASS, API_BODY, TrafficClass.API, false);
    private static final RoutePolicy FOR_ALL = new RoutePolicy(Access.DROP, API_BODY, TrafficClass.API, false);
    private static final RoutePolicy PICTURES = new RoutePolicy(Access.DROP, API_BODY, TrafficClass.PICTURES, false);

    @Bean
    RouteLocator routeLocator(RouteLocatorBuilder builder, UpstreamProperties properties) {
        Duration answer = properties.answerWithin();
        Duration longAnswer = properties.longAnswerWithin();
        var routes = builder.routes();
        add(routes, "translations", Backend.TRANSLATION, API, longAnswer, """
                /api/v1/admin/translations
                /api/v1/statuses/*/translate
                /api/v1/instance/translation_languages
                """);
        add(routes, "uploads", Backend.POST, UPLOAD, ENDLESS, """
                /api/v1/media/**
                /api/v2/media/**
                """);
        add(routes, "posts", Backend.POST, API, answer, """
                /api/v1/timelines/**
                /api/v1/statuses/**
                /api/v1/accounts/*/statuses
                /api/v1/accounts/*/lists
                /api/v1/accounts/*/featured_tags
                /api/v1/favourites
                /api/v1/bookmarks
                /api/v1/polls/**
                /api/v1/scheduled_statuses/**
                /api/v1/drafts/**
                /api/v1/lists/**
                /api/v1/conversations/**
                /api/v1/tags/**
                /api/v1/followed_tags
                /api/v1/featured_tags/**
                /api/v1/filters/**
                /api/v2/filters/**
                /api/v1/trends/**
                /api/v1/insights/**
                /api/v1/admin/automatic_rules/**
                /api/v1/admin/held_posts/**
                /api/v1/admin/tags/**
                /api/v1/admin/trends/**
                /api/oembed
                """);
        if (properties.streaming()) {
            add(routes, "streaming", Backend.NOTIFICATION, STREAM, ENDLESS, """
                    /api/v1/streaming/**
                    """);
        }
        add(routes, "notifications", Backend.NOTIFICATION, API, answer, """
                /api/v1/notifications/**
                /api/v2/notifications/**
                /api/v1/markers
                /api/v1/mail/**
                /api/v1/announcements/**
                /api/v1/admin/announcements/**
                /api/v1/admin/mail_budget
                /api/v1/admin/mail_suppressions/**
                /api/v1/admin/mails/**
                /api/v1/push/**
                /api/v1/annual_reports/**
                /api/v1_alpha/async_refreshes/**
                """);
        add(routes, "search", Backend.SEARCH, API, answer, """
                /api/v2/search
                /api/v1/accounts/search
                /api/v1/search/*
                /api/v1/saved_searches/**
                """);
        add(routes, "profile-images", Backend.USER, UPLOAD, ENDLESS, """
                /api/v1/accounts/update_credentials
                /api/v1/profile/**
                """);
        add(routes, "users", Backend.USER, API, answer, """
                /api/v1/accounts/**
                /api/v1/apps/**
                /api/v1/sessions/**
                /api/v1/authorized_apps/**
                /api/v1/instance/**
                /api/v2/instance
                /api/v1/preferences
                /oauth/userinfo
                /api/v1/custom_emojis
                /api/v1/emails/**
                /api/v1/blocks
                /api/v1/mutes
                /api/v1/follow_requests/**
                /api/v1/suggestions/**
                /api/v2/suggestions
                /api/v1/invites/**
                /api/v1/reports
                /api/v1/strikes/**
                /api/v1/moderation_cases/**
                /api/v1/admin/**
                /api/v2/admin/**
                /api/v1/endorsements
                /api/v1/directory
                /api/v1/domain_blocks
                /api/v1/collections/**
                """);
        add(routes, "sign-in", Backend.USER, PAGES, answer, """
                /oauth/**
                /auth/**
                """);
        // What other programs tell us; each proves itself in its own way.
        add(routes, "webhooks", Backend.NOTIFICATION, PAGES, answer, """
                /webhooks/postmark
                """);
        add(routes, "discovery", Backend.USER, FOR_ALL, answer, """
                /.well-known/**
                /nodeinfo/**
                """);
        add(routes, "images", Backend.POST, PICTURES, answer, """
                /media/**
                """);
        add(routes, "portraits", Backend.USER, PICTURES, answer, """
                /avatars/**
                /headers/**
                """);
        return routes.build();
    }

    private static void add(
            RouteLocatorBuilder.Builder routes,
            String id,
            Backend backend,
            RoutePolicy policy,
            Duration answerWithin,
            String paths) {
        Map<String, Object> timeout = Map.of(RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR, answerWithin.toMillis());
        routes.route(
                id,
                route -> route.path(paths.strip().split("\n"))
                        .metadata(policy.asMetadata())
                        .metadata(timeout)
                        .uri("http://" + backend.service()));
    }
}
