package io.microblog.user;

import io.microblog.internal.AccountReplicaApi;
import io.microblog.internal.FigureApi;
import io.microblog.internal.PushKeyApi;
import io.microblog.internal.RelationshipReplicaApi;
import io.microblog.internal.StackApi;
import io.microblog.internal.StatusApi;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.web.service.registry.ImportHttpServices;

/** Accounts, sign-in, OAuth 2 and relations. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
@EnableScheduling
@ImportHttpServices(
        group = "post-service",
        types = {AccountReplicaApi.class, FigureApi.class, RelationshipReplicaApi.class, StackApi.class, StatusApi.class
        })
@ImportHttpServices(
        group = "notification-service",
        types = {FigureApi.class, PushKeyApi.class, RelationshipReplicaApi.class, StackApi.class})
@ImportHttpServices(group = "search-service", types = StackApi.class)
@ImportHttpServices(group = "translation-service", types = StackApi.class)
class UserServiceApplication {

    static void main(String[] args) {
        SpringApplication.run(UserServiceApplication.class, args);
    }
}
