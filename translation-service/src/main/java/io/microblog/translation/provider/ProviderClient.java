package io.microblog.translation.provider;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Speaks JSON with a provider and tells what an answer, or none, amounts to. */
final class ProviderClient {

    /** Larger than any translation of the longest text; a provider gone wild must not fill the memory. */
    private static final int MAX_BYTES = 4 * 1024 * 1024;

    private final RestClient http;
    private final JsonMapper json;

    ProviderClient(RestClient.Builder builder, TranslatorProperties properties) {
        var connections = HttpClient.newBuilder()
                .connectTimeout(properties.connectTimeout())
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        var factory = new JdkClientHttpRequestFactory(connections);
        factory.setReadTimeout(properties.readTimeout());
        this.http = builder.clone()
                .baseUrl(properties.address())
                .requestFactory(factory)
                .build();
        this.json = JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    /** @param uri a template below the provider's address */
    <T> T get(String uri, Class<T> type) {
        return exchange(http.get().uri(uri), type);
    }

    /** @param uri a template below the provider's address, filled from {@code variables} */
    RestClient.RequestBodySpec post(String uri, Object... variables) {
        return http.post().uri(uri, variables);
    }

    <T> T exchange(RestClient.RequestBodySpec request, Object body, Class<T> type) {
        return exchange(request.contentType(MediaType.APPLICATION_JSON).body(json.writeValueAsBytes(body)), type);
    }

    private <T> T exchange(RestClient.RequestHeadersSpec<?> request, Class<T> type) {
        try {
            return request.accept(MediaType.APPLICATION_JSON)
                    .exchangeForRequiredValue((sent, response) -> read(response, type));
        } catch (ResourceAccessException e) {
            throw new TranslatorFailure(
                    isConnecting(e) ? TranslatorFailure.Outcome.PASSING : TranslatorFailure.Outcome.UNKNOWN,
                    "The translator does not answer",
                    e);
        }
    }

    private <T> T read(ClientHttpResponse response, Class<T> type) throws IOException {
        HttpStatusCode status = response.getStatusCode();
        if (!status.is2xxSuccessful()) {
            throw failure(status.value(), response.getHeaders().getFirst("Retry-After"));
        }
        byte[] body = response.getBody().readNBytes(MAX_BYTES + 1);
        if (body.length > MAX_BYTES) {
            throw TranslatorFailure.garbage(null);
        }
        try {
            T answer = json.readValue(body, type);
            if (answer == null) {
                throw TranslatorFailure.garbage(null);
            }
            return answer;
        } catch (JacksonException e) {
            throw TranslatorFailure.garbage(e);
        }
    }

    private static TranslatorFailure failure(int status, @Nullable String retryAfter) {
        String message = "The translator answered " + status;
        return switch (status) {
            case 400, 413, 422 -> new TextRefused(message);
            case 408, 429, 500, 502, 503, 504 ->
                new TranslatorFailure(TranslatorFailure.Outcome.PASSING, message, RetryAfter.parse(retryAfter), null);
            default -> new TranslatorFailure(TranslatorFailure.Outcome.REFUSED, message, null);
        };
    }

    private static boolean isConnecting(Throwable failure) {
        return Stream.iterate(failure, link -> link != null, Throwable::getCause)
                .anyMatch(link -> link instanceof ConnectException
                        || link instanceof HttpConnectTimeoutException
                        || link instanceof UnresolvedAddressException);
    }
}
