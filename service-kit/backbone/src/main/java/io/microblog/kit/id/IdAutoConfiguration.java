package io.microblog.kit.id;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** The id generator of this node, numbered by {@code microblog.node} (0 to 63, {@code MICROBLOG_NODE}). */
@AutoConfiguration
public class IdAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    IdGenerator idGenerator(@Value("${microblog.node:0}") int node) {
        return new IdGenerator(node);
    }
}
