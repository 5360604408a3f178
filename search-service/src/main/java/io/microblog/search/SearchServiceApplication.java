package io.microblog.search;

import io.microblog.internal.HashtagApi;
import io.microblog.internal.LibraryApi;
import io.microblog.internal.StatusApi;
import io.microblog.internal.VisibleAccountApi;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.web.service.registry.ImportHttpServices;

/** Starts search-service. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
@ImportHttpServices(
        group = "post-service",
        types = {StatusApi.class, LibraryApi.class, HashtagApi.class})
@ImportHttpServices(group = "user-service", types = VisibleAccountApi.class)
public class SearchServiceApplication {

    /** Starts the service with Spring Boot's usual arguments. */
    public static void main(String[] args) {
        SpringApplication.run(SearchServiceApplication.class, args);
    }
}
