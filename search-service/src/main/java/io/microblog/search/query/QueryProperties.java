package io.microblog.search.query;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a search may take.
 *
 * @param engineTimeout Elasticsearch's share
 * @param deadline all of it; then the answer is 503
 */
@ConfigurationProperties("microblog.search.query")
record QueryProperties(
        @DefaultValue("1500ms") Duration engineTimeout,
        @DefaultValue("3s") Duration deadline) {}
