package io.microblog.notification.push.queue;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.microblog.kit.page.PublicHttp;
import io.microblog.kit.page.PublicHttp.Limits;
import io.microblog.kit.web.BaseUrl;
import io.microblog.notification.push.PushProperties;
import io.microblog.notification.push.encryption.SealedMessage;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * The push services of browsers and phones (RFC 8030), at addresses that strangers named: reached as linked pages are, at
 * public addresses only, and never led elsewhere.
 */
@Component
class PushService implements DisposableBean {

    private final CloseableHttpClient http;
    private final CloseableHttpClient sandbox;
    private final PushProperties properties;

    PushService(PushProperties properties, BaseUrl base) {
        this.properties = properties;
        var limits = new Limits(properties.concurrent(), properties.perHost(), properties.deadline());
        this.http = PublicHttp.client("Microblog (notifications of " + base.value() + ")", limits)
                .disableRedirectHandling()
                .build();
        this.sandbox = HttpClients.custom()
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .build();
    }

    /**
     * Hands a message over.
     *
     * @param id by which a repetition takes the place of what has not been delivered yet
     * @param urgency in the words of RFC 8030, 5.3
     */
    PushAnswer send(URI endpoint, SealedMessage message, String id, String urgency) {
        var post = new HttpPost(endpoint);
        message.headers().forEach(post::setHeader);
        post.setHeader("TTL", Long.toString(properties.timeToLive().toSeconds()));
        post.setHeader("Urgency", urgency);
        post.setHeader("Topic", id);
        post.setEntity(new ByteArrayEntity(message.body(), ContentType.APPLICATION_OCTET_STREAM));
        CompletableFuture.delayedExecutor(properties.deadline().toMillis(), TimeUnit.MILLISECONDS)
                .execute(post::cancel);
        try {
            return client(endpoint).execute(post, PushService::answer);
        } catch (IOException e) {
            return new PushAnswer.NotNow(e.toString(), null);
        }
    }

    @Override
    public void destroy() throws IOException {
        http.close();
        sandbox.close();
    }

    private CloseableHttpClient client(URI endpoint) {
        String known = properties.sandboxEndpoints();
        return known != null && endpoint.toString().startsWith(known) ? sandbox : http;
    }

    /** Nothing is read of the body: it is nobody's business here. */
    private static PushAnswer answer(ClassicHttpResponse response) {
        int status = response.getCode();
        return switch (status) {
            case 200, 201, 202, 204 -> new PushAnswer.Taken();
            case 404, 410 -> new PushAnswer.Gone();
            case 413 -> new PushAnswer.TooLarge();
            case 408, 429 -> new PushAnswer.NotNow("Status " + status, retryAfter(response));
            default ->
                status >= 500
                        ? new PushAnswer.NotNow("Status " + status, retryAfter(response))
                        : new PushAnswer.Refused(status);
        };
    }

    /** In seconds; a date is as good as nothing said. */
    private static @Nullable Duration retryAfter(ClassicHttpResponse response) {
        Header header = response.getFirstHeader("Retry-After");
        return header == null || !header.getValue().matches("\\d{1,6}")
                ? null
                : Duration.ofSeconds(Long.parseLong(header.getValue()));
    }
}
