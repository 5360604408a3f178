package io.microblog.notification.mail.preview;

import java.util.List;
import java.util.Locale;

import io.microblog.kit.problem.NotFound;
import io.microblog.kit.security.Permission;
import io.microblog.kit.security.RequiresPermission;
import io.microblog.kit.security.RequiresScope;
import io.microblog.notification.language.Languages;
import io.microblog.notification.mail.compose.SampleLetters;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Shows those who look after the server how each kind of mail looks, with the templates and texts that it has. Locales are
 * BCP 47 tags; what no texts are written in is shown in English.
 */
@RestController
@RequestMapping("/api/v1/admin/mails")
@RequiresPermission(Permission.MANAGE_SETTINGS)
class MailPreviewController {

    private final SampleLetters samples;

    MailPreviewController(SampleLetters samples) {
        this.samples = samples;
    }

    /** All kinds that there are. */
    @GetMapping
    @RequiresScope("admin:read")
    List<MailKindResponse> list(@RequestParam(defaultValue = "en") String locale) {
        Locale language = Languages.of(locale);
        return samples.kinds().stream()
                .flatMap(kind ->
                        samples
                                .find(kind, language)
                                .map(letter -> new MailKindResponse(kind, letter.subject()))
                                .stream())
                .toList();
    }

    @GetMapping("/{kind}")
    @RequiresScope("admin:read")
    MailPreviewResponse get(@PathVariable String kind, @RequestParam(defaultValue = "en") String locale) {
        Locale language = Languages.of(locale);
        return samples.find(kind, language)
                .map(letter -> MailPreviewResponse.from(kind, language, letter))
                .orElseThrow(NotFound::new);
    }
}
