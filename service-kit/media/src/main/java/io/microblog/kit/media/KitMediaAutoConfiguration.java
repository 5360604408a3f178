package io.microblog.kit.media;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives images to every service that has this module and a database. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration",
            "org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration"
        })
@ConditionalOnBean(JdbcClient.class)
@EnableConfigurationProperties({ImageProperties.class, MediaProperties.class})
public final class KitMediaAutoConfiguration {

    @Bean
    ImagePipeline imagePipeline(ImageProperties properties) {
        return new ImagePipeline(properties);
    }

    @Bean
    MediaStore mediaStore(MediaProperties properties) {
        return properties.s3().isWanted()
                ? S3Clients.store(properties.s3())
                : new FileMediaStore(properties.directory());
    }

    @Bean
    MediaFiles mediaFiles(MediaStore store, JdbcClient jdbc, TransactionTemplate transaction) {
        return new MediaFiles(store, jdbc, transaction);
    }

    @Bean
    MediaServer mediaServer(MediaStore store) {
        return new MediaServer(store);
    }
}
