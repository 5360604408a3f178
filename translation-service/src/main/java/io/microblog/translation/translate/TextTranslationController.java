package io.microblog.translation.translate;

import io.microblog.kit.security.Caller;
import io.microblog.kit.security.Permission;
import io.microblog.kit.security.RequiresPermission;
import io.microblog.kit.security.RequiresScope;
import io.microblog.kit.web.Body;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whoever writes announcements asks for a draft of one in another language. */
@RestController
class TextTranslationController {

    private final TextTranslator texts;

    TextTranslationController(TextTranslator texts) {
        this.texts = texts;
    }

    /**
     * What is to be translated.
     *
     * @param text Markdown
     * @param language its language tag; left out to have it detected
     * @param lang the language tag wanted
     */
    record TextTranslationRequest(
            @Nullable String text,
            @Nullable String language,
            @Nullable String lang) {}

    /** @param text Markdown, of a machine: somebody should read it before others do */
    record TextTranslationResponse(String text) {}

    @PostMapping("/api/v1/admin/translations")
    @RequiresPermission(Permission.MANAGE_ANNOUNCEMENTS)
    @RequiresScope("admin:write")
    TextTranslationResponse translate(Caller caller, @Body TextTranslationRequest request) {
        return new TextTranslationResponse(
                texts.translate(request.text(), request.language(), request.lang(), caller.requireAccount()));
    }
}
