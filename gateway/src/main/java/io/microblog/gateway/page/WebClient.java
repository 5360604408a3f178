package io.microblog.gateway.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;

/**
 * The one page of the web client, which shows every address by itself. A build without the client has a plain page that
 * says where to sign in.
 */
class WebClient {

    private static final String HEAD_END = "</head>";
    private static final String TITLE = "<title>Microblog</title>";

    private final String page;

    WebClient(Resource built, Resource plain) {
        this.page = read(built.exists() ? built : plain);
    }

    static WebClient ofClassPath() {
        return new WebClient(new ClassPathResource("static/index.html"), new ClassPathResource("pages/index.html"));
    }

    String page() {
        return page;
    }

    /** The page with what programs read that show a preview of a link. */
    String page(LinkPreview preview) {
        return page.replace(TITLE, "").replace(HEAD_END, preview.html() + HEAD_END);
    }

    private static String read(Resource resource) {
        try {
            return resource.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
