package io.microblog.translation.translate;

import java.util.List;

import io.microblog.translation.cache.Translation;
import org.jspecify.annotations.Nullable;

/** The API's Translation. Pictures and polls are not translated. */
record TranslationResponse(
        String content,
        String spoilerText,
        String language,
        List<Attachment> mediaAttachments,
        @Nullable Poll poll,
        String detectedSourceLanguage,
        String provider) {

    /** A picture's description. */
    record Attachment(String id, String description) {}

    /** A poll's options. */
    record Poll(String id, List<Option> options) {}

    /** One of them. */
    record Option(String title) {}

    static TranslationResponse from(Translation translation) {
        return new TranslationResponse(
                translation.content(),
                translation.spoilerText(),
                translation.target(),
                List.of(),
                null,
                translation.detectedLanguage(),
                translation.provider());
    }
}
