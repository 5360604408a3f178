package io.microblog.user.instance;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.microblog.event.AccountState;
import io.microblog.kit.openapi.Answers;
import io.microblog.kit.problem.BadRequest;
import io.microblog.kit.problem.NotFound;
import io.microblog.kit.security.OpenToAll;
import io.microblog.kit.web.BaseUrl;
import io.microblog.user.account.AccountService;
import io.microblog.user.account.Profiles;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where other programs find things out about people by convention: host-meta (RFC 6415), WebFinger (RFC 7033). */
@RestController
@OpenToAll
class WellKnownController {

    private static final MediaType JRD = MediaType.parseMediaType("application/jrd+json");
    private static final MediaType XRD = MediaType.parseMediaType("application/xrd+xml");

    private final AccountService accounts;
    private final Profiles profiles;
    private final BaseUrl base;

    WellKnownController(AccountService accounts, Profiles profiles, BaseUrl base) {
        this.accounts = accounts;
        this.profiles = profiles;
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

    record Finger(String subject, List<String> aliases, List<Link> links) {}

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
                        Stream.concat(
                                        Stream.of(new Link(
                                                "http://webfinger.net/rel/profile-page", "text/html", profile, null)),
                                        avatar(account).stream())
                                .toList()));
    }

    /** Nothing for the picture of those who have none. */
    private Optional<Link> avatar(AccountState account) {
        return Optional.ofNullable(account.avatar())
                .map(name -> new Link(
                        "http://webfinger.net/rel/avatar",
                        MediaTypeFactory.getMediaType(name)
                                .map(MediaType::toString)
                                .orElse(null),
                        profiles.show(account).avatar(),
                        null));
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
