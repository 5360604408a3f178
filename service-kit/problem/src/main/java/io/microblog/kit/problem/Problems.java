package io.microblog.kit.problem;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;

import jakarta.servlet.ServletException;

import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.util.ClassUtils;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Tells what a client is told about any exception. */
final class Problems {

    private static final boolean DATA_ACCESS =
            ClassUtils.isPresent("org.springframework.dao.DataAccessException", Problems.class.getClassLoader());

    private Problems() {}

    /** The problem that the exception amounts to; a plain 500 when nobody foresaw it. */
    static Problem of(Throwable failure) {
        Problem problem = translate(failure);
        if (problem == null && DATA_ACCESS) {
            problem = DataProblems.of(failure);
        }
        return problem == null ? new Unforeseen(failure) : problem;
    }

    private static @Nullable Problem translate(Throwable failure) {
        return switch (failure) {
            case Problem problem -> problem;
            case MissingServletRequestParameterException missing -> missing(missing.getParameterName());
            case MissingServletRequestPartException missing -> missing(missing.getRequestPartName());
            case MethodArgumentTypeMismatchException mismatch -> illTyped(mismatch);
            case TypeMismatchException _ -> new BadRequest("A parameter is not valid");
            case HttpMessageNotReadableException unreadable -> unreadable(unreadable);
            case HttpRequestMethodNotSupportedException _ ->
                new Problem(HttpStatus.METHOD_NOT_ALLOWED, "The method is not allowed here");
            case HttpMediaTypeNotSupportedException _ ->
                new Problem(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The media type of the body is not supported");
            case NoResourceFoundException _ -> new NotFound("Not found");
            case NoHandlerFoundException _ -> new NotFound("Not found");
            case MaxUploadSizeExceededException _ ->
                new Problem(HttpStatus.CONTENT_TOO_LARGE, "The upload is too large");
            case MultipartException _ -> new BadRequest("The multipart body cannot be read");
            case AccessDeniedException _ -> new NotAllowed();
            case AuthenticationException _ -> new Unauthorized();
            case RejectedExecutionException rejected -> new Unavailable("Too busy, please try again", rejected);
            case InvalidParameterException invalid -> ofStatus(invalid.getErrorCode());
            case ResponseStatusException thrown ->
                ofStatus(thrown.getStatusCode().value(), thrown.getReason());
            case ErrorResponse response -> ofStatus(response.getStatusCode().value());
            case ServletException wrapper -> ofCause(wrapper);
            case ExecutionException wrapper -> ofCause(wrapper);
            case CompletionException wrapper -> ofCause(wrapper);
            default -> null;
        };
    }

    /** The problem that a bare status amounts to. */
    static Problem ofStatus(int status) {
        return ofStatus(status, null);
    }

    private static Problem ofStatus(int value, @Nullable String reason) {
        HttpStatus status = HttpStatus.resolve(value);
        if (status == null || status == HttpStatus.INTERNAL_SERVER_ERROR) {
            return new Unforeseen(null);
        }
        return switch (status) {
            case NOT_FOUND -> new NotFound(reason == null ? "Not found" : reason);
            case UNAUTHORIZED -> reason == null ? new Unauthorized() : new Unauthorized(reason);
            case SERVICE_UNAVAILABLE -> new Unavailable(reason == null ? "Temporarily unavailable" : reason);
            default -> new Problem(status, reason == null ? status.getReasonPhrase() : reason);
        };
    }

    private static @Nullable Problem ofCause(Exception wrapper) {
        Throwable cause = wrapper.getCause();
        return cause == null ? null : translate(cause);
    }

    private static Problem missing(String parameter) {
        return new BadRequest("Parameter " + parameter + " is missing");
    }

    /** A path with an id that no id can look like names nothing; a query parameter is the client's mistake. */
    private static Problem illTyped(MethodArgumentTypeMismatchException mismatch) {
        return mismatch.getParameter().hasParameterAnnotation(PathVariable.class)
                ? new NotFound()
                : new BadRequest("Parameter " + mismatch.getName() + " is not valid", mismatch);
    }

    private static Problem unreadable(HttpMessageNotReadableException unreadable) {
        return unreadable.getMostSpecificCause() instanceof Problem problem
                ? problem
                : new BadRequest("The body cannot be read", unreadable);
    }
}
