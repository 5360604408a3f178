package io.microblog.kit.security;

import java.lang.annotation.Annotation;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import io.microblog.kit.problem.NotAllowed;
import io.microblog.kit.problem.NotFound;
import io.microblog.kit.problem.Unauthorized;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets a request through only when its endpoint says whom it serves and the caller is one of them. */
class AccessInterceptor implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && !ErrorController.class.isAssignableFrom(method.getBeanType())) {
            check(method, request);
        }
        return true;
    }

    private static void check(HandlerMethod method, HttpServletRequest request) {
        RequiresScope scope = method.getMethodAnnotation(RequiresScope.class);
        if (scope != null) {
            check(scope, Callers.current());
            check(find(method, RequiresPermission.class), Callers.current());
        } else if (find(method, InternalOnly.class) != null) {
            requireInternal(method, request);
        } else {
            check(find(method, OpenToAll.class), Callers.current());
        }
    }

    private static void check(@Nullable OpenToAll open, Caller caller) {
        if (open == null) {
            throw new NotAllowed("This action is not allowed");
        }
        if (caller.isAuthenticated()) {
            caller.requireScope(open.value());
        }
    }

    private static void check(RequiresScope required, Caller caller) {
        if (!caller.isAuthenticated()) {
            throw new Unauthorized("The access token is invalid");
        }
        caller.requireScope(required.value());
        if (required.account()) {
            caller.requireAccount();
        }
        String refusal = refusal(caller.state(), required.unconfirmed());
        if (refusal != null) {
            throw new NotAllowed(refusal);
        }
    }

    private static void check(@Nullable RequiresPermission required, Caller caller) {
        if (required != null && !caller.may(required.value())) {
            throw new NotAllowed();
        }
    }

    private static @Nullable String refusal(Caller.State state, boolean unconfirmedMayCall) {
        return switch (state) {
            case ACTIVE -> null;
            case UNCONFIRMED -> unconfirmedMayCall ? null : "Your login is missing a confirmed e-mail address";
            case PENDING -> unconfirmedMayCall ? null : "Your login is currently pending approval";
            case SUSPENDED -> "Your login is currently disabled";
        };
    }

    /** The filter chain of {@code /internal/} has seen the service's identity; anywhere else the endpoint is not there. */
    private static void requireInternal(HandlerMethod method, HttpServletRequest request) {
        if (!Callers.isService() || !request.getRequestURI().startsWith("/internal/")) {
            throw new NotFound();
        }
        if (!welcome(method).contains(Callers.service())) {
            throw new NotAllowed("This is not for " + Callers.service());
        }
    }

    private static List<String> welcome(HandlerMethod method) {
        InternalOnly internal = find(method, InternalOnly.class);
        return internal == null ? List.of() : List.of(internal.value());
    }

    private static <A extends Annotation> @Nullable A find(HandlerMethod method, Class<A> annotation) {
        A own = method.getMethodAnnotation(annotation);
        return own == null ? AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), annotation) : own;
    }
}
