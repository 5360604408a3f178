package io.microblog.notification.policy;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.microblog.kit.openapi.SchemaName;
import io.microblog.kit.problem.NotFound;
import io.microblog.kit.security.Caller;
import io.microblog.kit.security.RequiresScope;
import io.microblog.kit.web.Body;
import io.microblog.kit.web.IdLimit;
import io.microblog.kit.web.Page;
import io.microblog.kit.web.PageDefaults;
import io.microblog.kit.web.PageLinks;
import io.microblog.notification.inbox.Hydration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** A person's own requests: whose notifications their policy set apart, and what they decide of them. */
@RestController
@RequestMapping("/api/v1/notifications/requests")
class RequestController {

    /** The most requests in one decision. */
    private static final int MAX_IDS = 100;

    private final Requests requests;
    private final Hydration hydration;
    private final PageLinks links;

    RequestController(Requests requests, Hydration hydration, PageLinks links) {
        this.requests = requests;
        this.hydration = hydration;
        this.links = links;
    }

    /** Requests to decide at once. */
    record Chosen(@Nullable List<Long> id) {

        List<Long> ids() {
            return IdLimit.hold("id", id == null ? List.of() : id, MAX_IDS);
        }
    }

    /** Whether all that was accepted is among the others. */
    @SchemaName("MergedResponse")
    record Merged(boolean merged) {}

    @GetMapping
    @RequiresScope("read:notifications")
    ResponseEntity<List<RequestResponse>> list(@PageDefaults(limit = 40, max = 80) Page page, Caller caller) {
        long me = caller.requireAccount();
        List<Request> found = requests.page(me, page);
        return links.page(
                page, shown(found, me), found.stream().map(Request::id).toList());
    }

    /** It is, once a request is accepted. */
    @GetMapping("/merged")
    @RequiresScope("read:notifications")
    Merged merged(Caller caller) {
        caller.requireAccount();
        return new Merged(true);
    }

    @GetMapping("/{id}")
    @RequiresScope("read:notifications")
    RequestResponse get(@PathVariable long id, Caller caller) {
        long me = caller.requireAccount();
        return shown(requests.find(me, id).stream().toList(), me).stream()
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    @PostMapping("/{id}/accept")
    @RequiresScope("write:notifications")
    Map<String, String> accept(@PathVariable long id, Caller caller) {
        return decided(requests.accept(caller.requireAccount(), List.of(id)));
    }

    @PostMapping("/{id}/dismiss")
    @RequiresScope("write:notifications")
    Map<String, String> dismiss(@PathVariable long id, Caller caller) {
        return decided(requests.dismiss(caller.requireAccount(), List.of(id)));
    }

    @PostMapping("/accept")
    @RequiresScope("write:notifications")
    Map<String, String> acceptAll(@Body Chosen chosen, Caller caller) {
        requests.accept(caller.requireAccount(), chosen.ids());
        return Map.of();
    }

    @PostMapping("/dismiss")
    @RequiresScope("write:notifications")
    Map<String, String> dismissAll(@Body Chosen chosen, Caller caller) {
        requests.dismiss(caller.requireAccount(), chosen.ids());
        return Map.of();
    }

    private List<RequestResponse> shown(List<Request> found, long reader) {
        Map<String, JsonNode> accounts = hydration.accounts(found.stream().map(Request::fromId), reader);
        Map<String, JsonNode> statuses = hydration.statuses(found.stream().map(Request::lastPostId), reader);
        return found.stream()
                .map(request -> RequestResponse.of(request, accounts, statuses))
                .filter(Objects::nonNull)
                .toList();
    }

    private static Map<String, String> decided(int requests) {
        if (requests == 0) {
            throw new NotFound();
        }
        return Map.of();
    }
}
