package io.microblog.notification.mail.provider;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;

/** Chooses the way out by {@code microblog.mail.provider}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Sender.class)
class MailerConfiguration {

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "microblog.mail.provider", havingValue = "postmark", matchIfMissing = true)
    @EnableConfigurationProperties(PostmarkProperties.class)
    static class Postmark {
        @Bean
        PostmarkStreams postmarkStreams(PostmarkProperties properties) {
            return new PostmarkStreams(properties.broadcastStream());
        }

        @Bean
        PostmarkMailer mailer(PostmarkProperties properties, PostmarkStreams streams, Sender sender) {
            return new PostmarkMailer(new PostmarkClient(properties), sender, streams);
        }
    }

    /** Needs {@code spring.mail.host}. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "microblog.mail.provider", havingValue = "smtp")
    static class Smtp {
        @Bean
        SmtpMailer mailer(JavaMailSender smtp, Sender sender) {
            return new SmtpMailer(smtp, sender);
        }
    }
}
