package io.microblog.user.session;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import io.microblog.kit.web.BaseUrl;
import io.microblog.user.secret.RandomToken;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/** The cookie by which a device is known again. It signs nobody in. */
@Component
class DeviceCookie {

    static final String NAME = "microblog_device";

    private static final Duration KEPT = Duration.ofDays(400); // as long as browsers keep any cookie (RFC 6265bis)

    private final BaseUrl base;

    DeviceCookie(BaseUrl base) {
        this.base = base;
    }

    /** What the device shows; null when it has not been here, or has forgotten. */
    @Nullable
    String read(HttpServletRequest request) {
        String name = base.cookie(NAME);
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .findFirst()
                .orElse(null);
    }

    /** Gives the device a value to show. */
    String issue(HttpServletResponse response) {
        String value = RandomToken.generate();
        ResponseCookie cookie = ResponseCookie.from(base.cookie(NAME), value)
                .path("/")
                .maxAge(KEPT)
                .httpOnly(true)
                .secure(base.secure())
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        return value;
    }

    /** What its owner knows a device by: the browser and the system, as it says itself. */
    static String describe(HttpServletRequest request) {
        String agent = Optional.ofNullable(request.getHeader(HttpHeaders.USER_AGENT))
                .orElse("")
                .toLowerCase(Locale.ROOT);
        String browser = first(
                agent, "edg", "Edge", "opr", "Opera", "firefox", "Firefox", "chrome", "Chrome", "safari", "Safari");
        String system = first(
                agent, "android", "Android", "iphone", "iPhone", "ipad", "iPad", "windows", "Windows", "mac os",
                "macOS", "linux", "Linux");
        return Stream.of(browser, system)
                .filter(name -> !name.isEmpty())
                .reduce((one, other) -> one + ", " + other)
                .orElse("?");
    }

    private static String first(String agent, String... marksAndNames) {
        for (int i = 0; i < marksAndNames.length; i += 2) {
            if (agent.contains(marksAndNames[i])) {
                return marksAndNames[i + 1];
            }
        }
        return "";
    }
}
