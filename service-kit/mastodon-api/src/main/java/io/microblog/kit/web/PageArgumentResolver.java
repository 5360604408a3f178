package io.microblog.kit.web;

import java.math.BigInteger;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Resolves parameters of type {@link Page}. */
final class PageArgumentResolver implements HandlerMethodArgumentResolver {

    private static final int LIMIT = 20;
    private static final int MAX = 40;

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Page.class;
    }

    @Override
    public Page resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        PageDefaults defaults = parameter.getParameterAnnotation(PageDefaults.class);
        int limit = defaults == null ? LIMIT : defaults.limit();
        int max = defaults == null ? MAX : defaults.max();
        return new Page(
                id(request, "max_id"), id(request, "since_id"), id(request, "min_id"), limit(request, limit, max));
    }

    private static @Nullable Long id(NativeWebRequest request, String name) {
        String text = request.getParameter(name);
        return text == null || text.isBlank() ? null : Digits.id(name, text);
    }

    private static int limit(NativeWebRequest request, int limit, int max) {
        String text = request.getParameter("limit");
        BigInteger number = text == null || text.isBlank() ? BigInteger.ZERO : Digits.number("limit", text);
        return number.signum() == 0
                ? limit
                : number.min(BigInteger.valueOf(max)).intValueExact();
    }
}
