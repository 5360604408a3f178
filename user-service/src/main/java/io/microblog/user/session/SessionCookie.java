package io.microblog.user.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;

import io.microblog.kit.web.BaseUrl;
import io.microblog.user.secret.Secrets;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.stereotype.Component;

/**
 * The session cookie. Its value is the session's id with our signature: whoever reads the ids in the database cannot make a
 * cookie of them.
 */
@Component
class SessionCookie implements CookieSerializer {

    static final String NAME = "microblog_session";
    static final Duration REMEMBERED_FOR = Duration.ofDays(30);

    private static final String PURPOSE = "session cookie";
    private static final String REMEMBER = SessionCookie.class.getName() + ".remember";

    private final Secrets secrets;
    private final DefaultCookieSerializer cookies = new DefaultCookieSerializer();

    SessionCookie(Secrets secrets, BaseUrl base) {
        this.secrets = secrets;
        cookies.setCookieName(base.cookie(NAME));
        cookies.setCookiePath("/");
        cookies.setUseBase64Encoding(false);
        cookies.setUseSecureCookie(base.secure());
        cookies.setSameSite("Lax");
    }

    /** Makes the cookie of this answer outlive the browser. */
    static void remember(HttpServletRequest request) {
        request.setAttribute(REMEMBER, true);
    }

    @Override
    public void writeCookieValue(CookieValue cookie) {
        String id = cookie.getCookieValue();
        var signed = new CookieValue(cookie.getRequest(), cookie.getResponse(), id.isEmpty() ? "" : sign(id));
        boolean remember = cookie.getRequest().getAttribute(REMEMBER) != null;
        signed.setCookieMaxAge(remember ? (int) REMEMBERED_FOR.toSeconds() : cookie.getCookieMaxAge());
        cookies.writeCookieValue(signed);
    }

    @Override
    public List<String> readCookieValues(HttpServletRequest request) {
        return cookies.readCookieValues(request).stream()
                .flatMap(value -> sessionId(value).stream())
                .toList();
    }

    /** The session's id in a cookie's value; empty when we did not write it. */
    Optional<String> sessionId(String cookie) {
        int dot = cookie.indexOf('.');
        return Stream.of(cookie)
                .filter(value -> dot > 0)
                .map(value -> value.substring(0, dot))
                .filter(id -> MessageDigest.isEqual(bytes(sign(id)), bytes(cookie)))
                .findFirst();
    }

    private String sign(String id) {
        byte[] signature = secrets.sign(PURPOSE, bytes(id));
        return id + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
