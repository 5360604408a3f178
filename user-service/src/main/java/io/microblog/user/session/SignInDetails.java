package io.microblog.user.session;

import java.io.Serializable;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;

/**
 * From where somebody signs in.
 *
 * @param peer the address
 * @param device what the device showed, null when it is not known
 */
record SignInDetails(String peer, @Nullable String device) implements Serializable {

    static SignInDetails of(HttpServletRequest request, Devices devices) {
        return new SignInDetails(String.valueOf(request.getRemoteAddr()), devices.shownBy(request));
    }
}
