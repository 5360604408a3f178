package io.microblog.translation.translate;

import io.microblog.kit.security.Caller;
import io.microblog.kit.security.RequiresScope;
import io.microblog.kit.web.Body;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** A reader asks for a post in another language. */
@RestController
class TranslationController {

    private final TranslationService translations;

    TranslationController(TranslationService translations) {
        this.translations = translations;
    }

    @PostMapping("/api/v1/statuses/{id}/translate")
    @RequiresScope("read:statuses")
    TranslationResponse translate(
            Caller caller,
            @PathVariable long id,
            @Body TranslationRequest request,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String acceptLanguage) {
        return TranslationResponse.from(
                translations.translate(id, caller.requireAccount(), request.lang(), acceptLanguage));
    }
}
