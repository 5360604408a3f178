package io.microblog.kit.web;

import java.math.BigInteger;

import io.microblog.kit.problem.BadRequest;
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
    private static final BigInteger LARGEST_ID = BigInteger.valueOf(Long.MAX_VALUE);

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
        BigInteger number = number(request, name);
        if (number == null) {
            return null;
        }
        if (number.signum() < 0) {
            throw notANumber(name);
        }
        // Clients ask for "everything" with a number of their own that may exceed 63 bits.
        return number.min(LARGEST_ID).longValueExact();
    }

    private static int limit(NativeWebRequest request, int limit, int max) {
        BigInteger number = number(request, "limit");
        return number == null || number.signum() <= 0
                ? limit
                : number.min(BigInteger.valueOf(max)).intValueExact();
    }

    private static @Nullable BigInteger number(NativeWebRequest request, String name) {
        String text = request.getParameter(name);
        if (text == null || text.isBlank()) {
            return null;
        }
        String number = text.strip();
        if (!number.matches("-?[0-9]{1,40}")) {
            throw notANumber(name);
        }
        return new BigInteger(number);
    }

    private static BadRequest notANumber(String name) {
        return new BadRequest("Parameter " + name + " is not a number");
    }
}
