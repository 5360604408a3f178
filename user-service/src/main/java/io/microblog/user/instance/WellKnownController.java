package io.microblog.user.instance;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.microblog.event.AccountState;
import io.microblog.kit.openapi.Answers;
import io.microblog.kit.problem.BadRequest;
import io.microblog.kit.problem.NotFound;
import io.microblog.kit.security.OpenToAll;
import io.microblog.kit.web.BaseUrl;
import io.microblog.user.account.AccountService;
import io.microblog.user.instance.InstanceStatistics.Figures;
import io.microblog.user.signup.Registrations;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where other programs find things out by convention: NodeInfo, host-meta (RFC 6415), WebFinger (RFC 7033). */
@RestController
@OpenToAll
class WellKnownController {

    private static final String SCHEMA = "http://nodeinfo.diaspora.software/ns/schema/2.0";
    private static final MediaType JRD = MediaType.parseMediaType("application/jrd+json");
    private static final MediaType XRD = MediaType.parseMediaType("application/xrd+xml");

    private final AccountService accounts;
    private final InstanceProperties properties;
    private final InstanceStatistics statistics;
    private final Registrations registrations;
    private final BaseUrl base;

    WellKnownController(
            AccountService accounts,
            InstanceProperties properties,
            InstanceStatistics statistics,
            Registrations registrations,
            BaseUrl base) {
        this.registrations = registrations;
        this.accounts = accounts;
        this.properties = properties;
        this.statistics = statistics;
        this.base = base;
    }

    record Link(
            String rel,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String type,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String href,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String template) {}

    record Links(List<Link> links) {}

    record Finger(String subject, List<String> aliases, List<Link> links) {}

    record NodeInfo(
            String version,
            Map<String, String> software,
            List<String> protocols,
            Map<String, List<String>> services,
            @JsonProperty("openRegistrations") boolean openRegistrations,
            NodeUsage usage,
            @JsonProperty("metadata") Map<String, String> metadata) {}

    record NodeUsage(
            NodeUsers users, @JsonProperty("localPosts") long localPosts) {}

    record NodeUsers(
            long total,
            @JsonProperty("activeMonth") long activeMonth,
            @JsonProperty("activeHalfyear") long activeHalfyear) {}

    @GetMapping("/.well-known/nodeinfo")
    Links nodeInfoLinks() {
        return new Links(List.of(new Link(SCHEMA, null, base.resolve("/nodeinfo/2.0"), null)));
    }

    @GetMapping("/nodeinfo/2.0")
    NodeInfo nodeInfo() {
        Figures figures = statistics.now();
        var users = new NodeUsers(figures.users(), figures.activeMonth(), figures.activeHalfYear());
        return new NodeInfo(
                "2.0",
                Map.of("name", "microblog", "version", "0.1.0"),
                List.of(),
                Map.of("inbound", List.of(), "outbound", List.of()),
                registrations.areOpen(),
                new NodeUsage(users, figures.statuses()),
                Map.of("nodeName", properties.title(), "nodeDescription", properties.description()));
    }

    @GetMapping("/.well-known/host-meta")
    @Answers(type = "application/xrd+xml")
    ResponseEntity<String> hostMeta() {
        return ResponseEntity.ok().contentType(XRD).body("""
                <?xml version="1.0" encoding="UTF-8"?>
                <XRD xmlns="http://docs.oasis-open.org/ns/xri/xrd-1.0">
                  <Link rel="lrdd" template="%s"/>
                </XRD>
                """.formatted(
                        base.resolve("/.well-known/webfinger?resource={uri}")));
    }

    /** Somebody of this server by {@code acct:name@host} or by the address of the profile. */
    @GetMapping("/.well-known/webfinger")
    @Answers(type = "application/jrd+json")
    ResponseEntity<Finger> webFinger(@RequestParam String resource) {
        AccountState account = accounts.findByUsernames(List.of(usernameIn(resource))).stream()
                .filter(found -> !found.suspended())
                .findFirst()
                .orElseThrow(NotFound::new);
        String profile = base.resolve("/@" + account.username());
        String self = base.resolve("/users/" + account.username());
        return ResponseEntity.ok()
                .contentType(JRD)
                .body(new Finger(
                        "acct:" + account.username() + "@" + base.authority(),
                        List.of(profile, self),
                        List.of(new Link("http://webfinger.net/rel/profile-page", "text/html", profile, null))));
    }

    private String usernameIn(String resource) {
        for (String prefix : List.of(base.resolve("/@"), base.resolve("/users/"))) {
            if (resource.startsWith(prefix)) {
                return resource.substring(prefix.length());
            }
        }
        String handle = resource.startsWith("acct:") ? resource.substring("acct:".length()) : resource;
        String[] parts = (handle.startsWith("@") ? handle.substring(1) : handle).split("@", -1);
        if (parts.length != 2) {
            throw new BadRequest("The resource is neither a handle nor a profile of this server");
        }
        if (!parts[1].equalsIgnoreCase(base.authority())) {
            throw new NotFound();
        }
        return parts[0];
    }
}
