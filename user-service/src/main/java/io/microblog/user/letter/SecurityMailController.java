package io.microblog.user.letter;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.microblog.internal.SecurityMail;
import io.microblog.internal.SecurityMailApi;
import io.microblog.kit.problem.NotFound;
import io.microblog.kit.security.InternalOnly;
import org.springframework.web.bind.annotation.RestController;

/** Tells notification-service, at the moment of sending, what a security mail says and to whom it goes. */
@RestController
@InternalOnly("notification-service")
class SecurityMailController implements SecurityMailApi {

    private final List<LetterSource> sources;

    SecurityMailController(List<LetterSource> sources) {
        this.sources = sources;
    }

    @Override
    public SecurityMail mail(UUID eventId) {
        return sources.stream()
                .map(source -> source.find(eventId))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
