package io.microblog.notification;

import io.microblog.internal.AccountStateApi;
import io.microblog.internal.ContactApi;
import io.microblog.internal.MailRecipientApi;
import io.microblog.internal.ReportApi;
import io.microblog.internal.SecurityMailApi;
import io.microblog.internal.StaffApi;
import io.microblog.internal.StatusApi;
import io.microblog.internal.StreamApi;
import io.microblog.internal.VisibleAccountApi;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.web.service.registry.ImportHttpServices;

/** Starts notification-service. */
@SpringBootApplication
@EnableScheduling
@ImportHttpServices(
        group = "post-service",
        types = {StatusApi.class, StreamApi.class})
@ImportHttpServices(
        group = "user-service",
        types = {
            AccountStateApi.class,
            ContactApi.class,
            MailRecipientApi.class,
            ReportApi.class,
            SecurityMailApi.class,
            StaffApi.class,
            VisibleAccountApi.class
        })
public class NotificationServiceApplication {

    /** Starts the service with Spring Boot's usual arguments. */
    public static void main(String[] args) {
        SpringApplication.run(NotificationServiceApplication.class, args);
    }
}
