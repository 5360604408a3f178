package io.microblog.kit.web;

import java.net.URI;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * The one origin under which the platform is reached ({@code microblog.base-url}, {@code MICROBLOG_BASE_URL}). Every
 * absolute URL is made from it and never from headers of a request, which anybody can forge.
 *
 * @param value such as {@code https://blog.example}, without a slash at the end
 */
public record BaseUrl(String value) {

    /**
     * Takes the slash off the end.
     *
     * @throws IllegalArgumentException when it is not a plain http or https origin
     */
    public BaseUrl {
        value = value.strip().replaceFirst("/+$", "");
        URI uri = parse(value);
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!(scheme.equals("https") || scheme.equals("http"))
                || uri.getHost() == null
                || uri.getRawUserInfo() != null
                || !uri.getRawPath().isEmpty()
                || uri.getRawQuery() != null
                || uri.getRawFragment() != null) {
            throw refused(value, null);
        }
    }

    /** As a URI. */
    public URI uri() {
        return URI.create(value);
    }

    /** The host without the port. */
    public String host() {
        return uri().getHost();
    }

    /** The host with its port when that is not the scheme's own: what stands after the second @ of a handle. */
    public String authority() {
        return uri().getRawAuthority();
    }

    /** Whether it is reached over TLS. */
    public boolean secure() {
        return value.regionMatches(true, 0, "https:", 0, 6);
    }

    /**
     * What a cookie is called here. Over TLS its name makes browsers refuse it from any other host, also one below this
     * (RFC 6265bis, 4.1.3.2); it must then be secure, of path {@code /} and without a domain.
     */
    public String cookie(String name) {
        return secure() ? "__Host-" + name : name;
    }

    /** The absolute URL of a path, which may begin with a slash or not. */
    public String resolve(String path) {
        return path.startsWith("/") ? value + path : value + "/" + path;
    }

    @Override
    public String toString() {
        return value;
    }

    private static URI parse(String value) {
        try {
            return URI.create(value);
        } catch (IllegalArgumentException malformed) {
            throw refused(value, malformed);
        }
    }

    private static IllegalArgumentException refused(String value, @Nullable Throwable cause) {
        return new IllegalArgumentException(
                "microblog.base-url must be like https://blog.example, but is \"" + value + "\"", cause);
    }
}
