package io.microblog.user.instance;

import java.time.Duration;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the operator says about the server.
 *
 * @param title its name
 * @param description in a sentence
 * @param email of whoever runs it
 * @param streaming whether there are live streams; the same in the gateway
 * @param translation whether posts can be translated here
 * @param postLength the most characters of a post; post-service enforces it
 * @param scheduleAhead how far ahead a post is scheduled at least; post-service enforces it
 * @param languages that are spoken here, ISO 639-1
 * @param texts folder with about.md, privacy.md and terms.md, each optional; may be blank
 */
@ConfigurationProperties("microblog.instance")
record InstanceProperties(
        String title,
        String description,
        String email,
        boolean streaming,
        boolean translation,
        int postLength,
        Duration scheduleAhead,
        List<String> languages,
        String texts) {}
