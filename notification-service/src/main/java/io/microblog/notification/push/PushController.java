package io.microblog.notification.push;

import java.util.Map;
import java.util.Objects;

import io.microblog.kit.problem.NotFound;
import io.microblog.kit.security.Caller;
import io.microblog.kit.security.RequiresScope;
import io.microblog.kit.web.Body;
import io.microblog.notification.credential.PresentedToken;
import io.microblog.notification.push.PushSubscriptions.Holder;
import io.microblog.notification.push.encryption.VapidKey;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The one subscription of an access token or session. */
@RestController
@RequestMapping("/api/v1/push/subscription")
class PushController {

    private final PushSubscriptions subscriptions;
    private final PushProperties properties;
    private final VapidKey key;

    PushController(PushSubscriptions subscriptions, PushProperties properties, VapidKey key) {
        this.subscriptions = subscriptions;
        this.properties = properties;
        this.key = key;
    }

    @PostMapping
    @RequiresScope("push")
    PushSubscriptionResponse create(@Body PushSubscriptionRequest request, Caller caller) {
        var holder = new Holder(caller.requireAccount(), sid(caller), PresentedToken.issuedAt());
        return response(subscriptions.put(
                holder, request.check(properties.sandboxEndpoints()), request.alerts(), request.wishedPolicy()));
    }

    @GetMapping
    @RequiresScope("push")
    PushSubscriptionResponse get(Caller caller) {
        return response(subscriptions.find(sid(caller)).orElseThrow(NotFound::new));
    }

    @PutMapping
    @RequiresScope("push")
    PushSubscriptionResponse change(@Body PushSubscriptionRequest request, Caller caller) {
        return response(subscriptions
                .change(sid(caller), request.alerts(), request.wishedPolicy())
                .orElseThrow(NotFound::new));
    }

    @DeleteMapping
    @RequiresScope("push")
    Map<String, String> delete(Caller caller) {
        subscriptions.remove(sid(caller));
        return Map.of();
    }

    private PushSubscriptionResponse response(PushSubscription subscription) {
        return PushSubscriptionResponse.of(subscription, key.publicText());
    }

    private static String sid(Caller caller) {
        return Objects.requireNonNull(caller.sid(), "A person's token has a session");
    }
}
