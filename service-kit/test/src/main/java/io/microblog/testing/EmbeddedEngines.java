package io.microblog.testing;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.microblog.local.engine.EphemeralEngines;
import io.microblog.local.engine.PostgresEngine;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.elasticsearch.autoconfigure.ElasticsearchConnectionDetails;
import org.springframework.boot.elasticsearch.autoconfigure.ElasticsearchConnectionDetails.Node;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** The engines of the local platform, started when a context first needs them. */
@TestConfiguration(proxyBeanMethods = false)
@Conditional(DockerCondition.Absent.class)
class EmbeddedEngines {

    /** For services with a database. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(name = "org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails")
    static class Postgres {

        private static final AtomicInteger DATABASES = new AtomicInteger();

        @Bean
        JdbcConnectionDetails embeddedPostgres() {
            return newDatabase();
        }

        private record Database(String getUsername, String getPassword, String getJdbcUrl)
                implements JdbcConnectionDetails {}

        private static Database newDatabase() {
            PostgresEngine postgres = EphemeralEngines.postgres();
            String name = "test_" + DATABASES.incrementAndGet();
            postgres.createDatabase(name, name, name);
            return new Database(name, name, postgres.jdbcUrl(name));
        }
    }

    /** For everybody with events. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(name = "org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails")
    static class Kafka {
        @Bean
        KafkaConnectionDetails embeddedKafka() {
            return () -> List.of(EphemeralEngines.kafka().bootstrapServers());
        }
    }

    /** For search. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(name = "org.springframework.boot.elasticsearch.autoconfigure.ElasticsearchConnectionDetails")
    static class Elasticsearch {
        @Bean
        ElasticsearchConnectionDetails embeddedElasticsearch() {
            return () -> List.of(
                    new Node("127.0.0.1", EphemeralEngines.elasticsearch().port(), Node.Protocol.HTTP, null, null));
        }
    }
}
