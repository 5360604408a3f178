package io.microblog.gateway.routing;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the services are.
 *
 * @param services the addresses of each service's copies, by the service's name
 * @param answerWithin how long a service may take until the head of its answer
 * @param longAnswerWithin the same where it works for the answer: uploads and translations
 * @param streaming whether a service serves live streams; without one their paths do not exist
 */
@ConfigurationProperties("microblog")
record UpstreamProperties(
        Map<String, List<URI>> services,
        @DefaultValue("10s") Duration answerWithin,
        @DefaultValue("60s") Duration longAnswerWithin,
        boolean streaming) {

    UpstreamProperties {
        for (Backend backend : Backend.values()) {
            if (services.getOrDefault(backend.service(), List.of()).isEmpty()) {
                throw new IllegalArgumentException("microblog.services." + backend.service() + " names no address");
            }
        }
    }
}
