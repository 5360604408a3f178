package io.microblog.gateway.routing;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;

import org.springframework.http.HttpMethod;

/** What a failed call to a service allows. */
public final class Failures {

    private Failures() {}

    /** Whether the service never got the request, so that another copy may have it whatever it does. */
    public static boolean neverArrived(Throwable failure) {
        return failure instanceof ConnectException
                || failure instanceof NoRouteToHostException
                || failure instanceof UnknownHostException;
    }

    /** Whether the connection could not be made or broke. */
    public static boolean isBroken(Throwable failure) {
        return failure instanceof IOException;
    }

    /** Whether the connection broke under a request that may be sent twice. */
    static boolean brokeUnder(HttpMethod method, Throwable failure) {
        return isBroken(failure) && (method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD));
    }
}
