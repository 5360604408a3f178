package io.microblog.gateway.page;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;

import static org.assertj.core.api.Assertions.assertThat;

class WebClientTests {

    private static final Resource BUILT =
            resource("<head><title>Microblog</title><script src=\"/a.js\"></script></head>");

    @Test
    void fallsBackToThePlainPage() {
        var client = new WebClient(new ClassPathResource("static/nowhere.html"), resource("<head></head>plain"));

        assertThat(client.page(List.of())).contains("plain");
    }

    @Test
    void putsThePreviewIntoTheHead() {
        var preview = new LinkPreview("Alice", true, Map.of("og:title", "Alice"));

        assertThat(new WebClient(BUILT, BUILT).page(preview, new NoScriptText("Alice", "", List.of()), List.of()))
                .containsOnlyOnce("<title>")
                .contains("<title>Alice</title>", "<meta property=\"og:title\" content=\"Alice\" />\n</head>");
    }

    private static Resource resource(String text) {
        return new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8));
    }
}
