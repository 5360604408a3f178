package io.microblog.notification.mail.suppression;

import io.microblog.kit.problem.Unauthorized;
import io.microblog.kit.security.OpenToAll;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;

/**
 * Where Postmark tells of bounces, complaints and changed subscriptions. It has no part in the API of clients, so its
 * answers have no body.
 */
@Controller
@OpenToAll
@ConditionalOnProperty(name = "microblog.mail.provider", havingValue = "postmark", matchIfMissing = true)
class PostmarkWebhookController {

    private final WebhookCredentials credentials;
    private final PostmarkEvents events;

    PostmarkWebhookController(WebhookCredentials credentials, PostmarkEvents events) {
        this.credentials = credentials;
        this.events = events;
    }

    /** @throws Unauthorized unless Postmark proves itself by the credentials that it was given */
    @PostMapping("/webhooks/postmark")
    ResponseEntity<Void> receive(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            @RequestBody PostmarkEvent event) {
        if (!credentials.arePresentedBy(authorization)) {
            throw new Unauthorized("The webhook's credentials are wrong");
        }
        events.on(event);
        return ResponseEntity.ok().build();
    }
}
