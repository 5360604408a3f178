package io.microblog.user.instance;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

import io.microblog.kit.problem.NotFound;
import io.microblog.kit.security.OpenToAll;
import io.microblog.user.instance.InstanceTexts.Kind;
import io.microblog.user.instance.InstanceTexts.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the operator has to say at length. */
@RestController
@RequestMapping("/api/v1/instance")
@OpenToAll
class InstanceTextController {

    private final InstanceTexts texts;

    InstanceTextController(InstanceTexts texts) {
        this.texts = texts;
    }

    /** The API's {@code ExtendedDescription} and {@code PrivacyPolicy}. */
    record Document(Instant updatedAt, String content) {

        static Document of(Text text) {
            return new Document(text.updatedAt(), text.html());
        }
    }

    /** The API's {@code TermsOfService}. Only those in force are kept. */
    record Terms(
            LocalDate effectiveDate,
            boolean effective,
            String content,
            @Nullable LocalDate succeededBy) {

        static Terms of(Text text) {
            return new Terms(LocalDate.ofInstant(text.updatedAt(), ZoneOffset.UTC), true, text.html(), null);
        }
    }

    @GetMapping("/extended_description")
    Document extendedDescription() {
        return Document.of(require(Kind.ABOUT));
    }

    @GetMapping("/privacy_policy")
    Document privacyPolicy() {
        return Document.of(require(Kind.PRIVACY));
    }

    @GetMapping("/terms_of_service")
    Terms termsOfService() {
        return Terms.of(require(Kind.TERMS));
    }

    /** Those that came into force on that day, while they hold. */
    @GetMapping("/terms_of_service/{date}")
    Terms termsOfService(@PathVariable LocalDate date) {
        Terms terms = termsOfService();
        if (!terms.effectiveDate().equals(date)) {
            throw new NotFound();
        }
        return terms;
    }

    private Text require(Kind kind) {
        return texts.find(kind).orElseThrow(NotFound::new);
    }
}
