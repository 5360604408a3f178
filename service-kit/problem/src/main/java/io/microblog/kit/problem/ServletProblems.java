package io.microblog.kit.problem;

import jakarta.servlet.ServletException;

import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** What failures of Spring MVC, Spring Security, and the container around them mean to a client. */
final class ServletProblems {

    private ServletProblems() {}

    /** The problem, or null when the exception is none of theirs. */
    static @Nullable Problem of(Throwable failure) {
        return switch (failure) {
            case MissingServletRequestParameterException missing -> missing(missing.getParameterName());
            case MissingServletRequestPartException missing -> missing(missing.getRequestPartName());
            case MethodArgumentTypeMismatchException mismatch -> illTyped(mismatch);
            case TypeMismatchException _ -> new BadRequest("A parameter is not valid");
            case HttpMessageNotReadableException unreadable -> unreadable(unreadable);
            case HttpRequestMethodNotSupportedException _ -> Problems.ofStatus(405);
            case HttpMediaTypeNotSupportedException _ ->
                new Problem(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The media type of the body is not supported");
            case NoResourceFoundException _ -> new NotFound("Not found");
            case NoHandlerFoundException _ -> new NotFound("Not found");
            case MaxUploadSizeExceededException _ ->
                new Problem(HttpStatus.CONTENT_TOO_LARGE, "The upload is too large");
            case MultipartException _ -> new BadRequest("The multipart body cannot be read");
            case AccessDeniedException _ -> new NotAllowed();
            case AuthenticationException _ -> new Unauthorized();
            case InvalidParameterException invalid -> Problems.ofStatus(invalid.getErrorCode());
            case ServletException wrapper when wrapper.getCause() != null -> Problems.ofCause(wrapper);
            default -> null;
        };
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
