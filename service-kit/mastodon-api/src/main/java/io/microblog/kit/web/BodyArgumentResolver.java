package io.microblog.kit.web;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;

import io.microblog.kit.problem.BadRequest;
import io.microblog.kit.problem.Invalid;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import tools.jackson.databind.json.JsonMapper;

/** Resolves parameters with {@link Body}. */
final class BodyArgumentResolver implements HandlerMethodArgumentResolver {

    private final RequestTree trees;
    private final BodyMapper mapper;

    BodyArgumentResolver(JsonMapper api) {
        JsonMapper lenient = LenientJson.from(api);
        this.trees = new RequestTree(lenient);
        this.mapper = new BodyMapper(lenient);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(Body.class);
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders)
            throws IOException {
        HttpServletRequest servlet = Servlets.request(request);
        try {
            return mapper.bind(trees.read(servlet, request), parameter.getGenericParameterType());
        } catch (Invalid invalid) {
            throw servlet.getMethod().equals("GET") ? inQuery(invalid) : invalid;
        }
    }

    /** A request without a body says it all in its query, where a bad value is a bad request. */
    private static BadRequest inQuery(Invalid invalid) {
        String names = String.join(", ", invalid.details().keySet());
        return new BadRequest("Parameter " + names + " is not valid", invalid);
    }
}
