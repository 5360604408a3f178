package io.microblog.notification.mail.provider;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.postmarkapp.postmark.client.ApiClient;
import com.postmarkapp.postmark.client.HttpClient.REQUEST_TYPES;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.ParseException;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Postmark's client over an HTTP client of our own. The library's repeats a POST by itself on 429 and 503, and hides
 * {@code Retry-After}; here each call is made once and tells why it failed.
 */
final class PostmarkClient extends ApiClient implements Closeable {

    /** Names things as the library does, but writes no text to be encoded then, and no line breaks. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

    private static final int OK = 200;
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private final CloseableHttpClient http;
    private final Map<String, String> headers;

    PostmarkClient(PostmarkProperties properties) {
        super(properties.url().toString().replaceFirst("/+$", ""), Map.of());
        this.http = http(properties);
        this.headers = Map.of("Accept", "application/json", "X-Postmark-Server-Token", properties.token());
    }

    private record Answer(int status, String body, @Nullable Header retryAfter) {}

    @Override
    protected String execute(REQUEST_TYPES method, String url) throws PostmarkFailure, IOException {
        return execute(method, url, null);
    }

    @Override
    protected String execute(REQUEST_TYPES method, String url, @Nullable Object data)
            throws PostmarkFailure, IOException {
        Answer answer = http.execute(request(method, url, data), PostmarkClient::read);
        if (answer.status() != OK) {
            throw new PostmarkFailure(answer.status(), retryAfter(answer.retryAfter()));
        }
        return answer.body();
    }

    private ClassicHttpRequest request(REQUEST_TYPES method, String url, @Nullable Object data) throws IOException {
        var request = ClassicRequestBuilder.create(method.name()).setUri(url);
        headers.forEach(request::addHeader);
        if (data != null) {
            request.setEntity(JSON.writeValueAsBytes(data), ContentType.APPLICATION_JSON);
        }
        return request.build();
    }

    private static Answer read(ClassicHttpResponse response) throws IOException, ParseException {
        String body = response.getEntity() == null ? "" : EntityUtils.toString(response.getEntity());
        return new Answer(response.getCode(), body, response.getFirstHeader(HttpHeaders.RETRY_AFTER));
    }

    private static @Nullable Duration retryAfter(@Nullable Header header) {
        if (header == null || !header.getValue().matches("\\d{1,9}")) {
            return null;
        }
        Duration wait = Duration.ofSeconds(Long.parseLong(header.getValue()));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    /** Each call has a fresh connection: one that the other side has just closed would look like a lost answer. */
    private static CloseableHttpClient http(PostmarkProperties properties) {
        Timeout read = Timeout.of(properties.readTimeout());
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(properties.connectTimeout()))
                        .setSocketTimeout(read)
                        .build())
                .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setConnectionReuseStrategy((request, response, context) -> false)
                .setDefaultRequestConfig(
                        RequestConfig.custom().setResponseTimeout(read).build())
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .build();
    }

    @Override
    public void close() throws IOException {
        http.close();
    }
}
