package io.microblog.kit.problem;

import java.io.IOException;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/**
 * Gives requests that the container refuses before any application sees them, such as malformed ones, the same body.
 * Tomcat makes it by its name.
 */
public final class ProblemValve extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            ProblemWriter.write(request.getRequest(), response.getResponse(), Problems.ofStatus(status));
            response.finishResponse();
        } catch (IOException _) {
            // The client is gone, so there is nobody left to tell.
        }
    }
}
