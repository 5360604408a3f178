package io.microblog.gateway.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale.LanguageRange;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;

/**
 * The one page of the web client, which shows every address by itself. A build without the client has a plain page that
 * says where to sign in.
 */
class WebClient {

    private static final String HEAD_END = "</head>";
    private static final String TITLE = "<title>Microblog</title>";
    private static final Pattern NOSCRIPT = Pattern.compile("<noscript>.*?</noscript>", Pattern.DOTALL);

    private final String page;

    WebClient(Resource built, Resource plain) {
        this.page = read(built.exists() ? built : plain);
    }

    static WebClient ofClassPath() {
        return new WebClient(new ClassPathResource("static/index.html"), new ClassPathResource("pages/index.html"));
    }

    /** The page, with a sentence in one of these languages for browsers that run no scripts. */
    String page(List<LanguageRange> languages) {
        return withoutScripts(page, NoScript.html(languages));
    }

    /**
     * The page with what programs read that show a preview of a link, and with its text for browsers that run no scripts.
     */
    String page(LinkPreview preview, NoScriptText text, List<LanguageRange> languages) {
        String previewed = page.replace(TITLE, "").replace(HEAD_END, preview.html() + HEAD_END);
        return withoutScripts(previewed, text.html() + NoScript.html(languages));
    }

    private static String withoutScripts(String page, String html) {
        return NOSCRIPT.matcher(page)
                .replaceFirst(found -> Matcher.quoteReplacement(
                        "<noscript>\n<div class=\"no-script\">\n%s</div>\n</noscript>".formatted(html)));
    }

    private static String read(Resource resource) {
        try {
            return resource.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
