package io.microblog.translation;

import io.microblog.internal.StatusApi;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.web.service.registry.ImportHttpServices;

/** Starts translation-service. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
@ImportHttpServices(group = "post-service", types = StatusApi.class)
public class TranslationServiceApplication {

    /** Starts the service with Spring Boot's usual arguments. */
    public static void main(String[] args) {
        SpringApplication.run(TranslationServiceApplication.class, args);
    }
}
