package io.microblog.search;

import java.time.Duration;
import java.util.List;

import io.microblog.local.engine.ElasticsearchEngine;
import io.microblog.local.engine.EphemeralEngines;
import org.awaitility.Awaitility;
import org.springframework.boot.elasticsearch.autoconfigure.ElasticsearchConnectionDetails;
import org.springframework.boot.elasticsearch.autoconfigure.ElasticsearchConnectionDetails.Node;
import org.springframework.boot.elasticsearch.autoconfigure.ElasticsearchConnectionDetails.Node.Protocol;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistrar;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** An Elasticsearch that tests may kill, the owners of accounts and posts as stubs, and the writers of events. */
@TestConfiguration(proxyBeanMethods = false)
class SearchTestConfiguration {

    /** The first index is built while the first test runs, on a machine that may be busy. */
    SearchTestConfiguration() {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
    }

    @Bean
    ElasticsearchEngine elasticsearchEngine() {
        return EphemeralEngines.newElasticsearch();
    }

    @Bean
    @Primary
    ElasticsearchConnectionDetails mortalElasticsearch(ElasticsearchEngine engine) {
        return () -> List.of(new Node("127.0.0.1", engine.port(), Protocol.HTTP, null, null));
    }

    @Bean
    Owners owners() {
        return new Owners();
    }

    @Bean
    DynamicPropertyRegistrar addressOfOwners(Owners owners) {
        return properties -> {
            properties.add("microblog.services.post-service", owners::url);
            properties.add("microblog.services.user-service", owners::url);
        };
    }

    @Bean
    EventWriter eventWriter(KafkaConnectionDetails kafka) {
        return new EventWriter(kafka.getBootstrapServers());
    }

    @Bean
    Reader reader(MockMvcTester mvc) {
        return new Reader(mvc);
    }

    @Bean
    Rows rows(JdbcClient jdbc) {
        return new Rows(jdbc);
    }
}
