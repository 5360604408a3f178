package io.microblog.kit.web;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Resolves parameters with {@link IdList}. */
final class IdListArgumentResolver implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(IdList.class);
    }

    @Override
    public List<Long> resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        IdList list = Objects.requireNonNull(parameter.getParameterAnnotation(IdList.class));
        Set<Long> ids = new LinkedHashSet<>();
        collect(request.getParameterValues(list.value() + "[]"), list, ids);
        collect(request.getParameterValues(list.value()), list, ids);
        return List.copyOf(ids);
    }

    private static void collect(String @Nullable [] values, IdList list, Set<Long> ids) {
        if (values == null) {
            return;
        }
        for (String value : values) {
            if (!value.isBlank()) {
                ids.add(Digits.id(list.value(), value));
            }
            if (ids.size() > list.max()) {
                throw IdLimit.tooMany(list.value(), list.max());
            }
        }
    }
}
