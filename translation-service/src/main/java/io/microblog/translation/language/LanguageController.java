package io.microblog.translation.language;

import java.util.Collection;
import java.util.Map;

import io.microblog.kit.security.OpenToAll;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells clients for which posts to offer a translation. */
@RestController
class LanguageController {

    private final LanguageService languages;

    LanguageController(LanguageService languages) {
        this.languages = languages;
    }

    @GetMapping("/api/v1/instance/translation_languages")
    @OpenToAll
    Map<String, Collection<String>> translationLanguages() {
        return languages.find().map(LanguagePairs::published).orElse(Map.of());
    }
}
