package io.microblog.kit.openapi;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.microblog.kit.security.OpenToAll;
import io.microblog.kit.security.RequiresScope;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.io.InputStreamSource;
import org.springframework.http.HttpEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseBody;

/**
 * A method with a request mapping.
 *
 * @param type the controller, or the interface of described endpoints
 * @param method its method
 */
record Endpoint(Class<?> type, Method method) {

    /** All methods with a mapping of an interface that describes endpoints. */
    static Stream<Endpoint> of(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> AnnotatedElementUtils.hasAnnotation(method, RequestMapping.class))
                .map(method -> new Endpoint(type, method));
    }

    /** Whether it is part of the API: for clients, and answering with data rather than with a page or a file. */
    boolean isPublicApi() {
        boolean forClients = needsToken() || has(OpenToAll.class);
        boolean answersData = type.isInterface() || has(ResponseBody.class);
        return forClients && answersData && !InputStreamSource.class.isAssignableFrom(Types.raw(body()));
    }

    boolean needsToken() {
        return has(RequiresScope.class);
    }

    /** The scopes of which a token needs one; none when any will do. */
    List<String> scopes() {
        RequiresScope required = method.getAnnotation(RequiresScope.class);
        if (required != null) {
            return List.of(required.value());
        }
        return Stream.of(method, type)
                .map(element -> element.getAnnotation(OpenToAll.class))
                .filter(Objects::nonNull)
                .findFirst()
                .map(open -> List.of(open.value()))
                .orElse(List.of());
    }

    /** What the answer's body is made from. */
    AnnotatedType body() {
        AnnotatedType declared = method.getAnnotatedReturnType();
        return HttpEntity.class.isAssignableFrom(Types.raw(declared))
                        && declared instanceof AnnotatedParameterizedType entity
                ? entity.getAnnotatedActualTypeArguments()[0]
                : declared;
    }

    /** Its paths, with bare names of variables. */
    List<String> paths() {
        return paths(type).stream()
                .flatMap(base -> paths(method).stream().map(path -> base + path))
                .map(path -> path.replaceAll("\\{(\\w+):.*?}(?=/|$)", "{$1}"))
                .toList();
    }

    List<RequestMethod> methods() {
        RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
        return mapping == null ? List.of() : List.of(mapping.method());
    }

    private static List<String> paths(AnnotatedElement element) {
        RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(element, RequestMapping.class);
        return mapping == null || mapping.path().length == 0 ? List.of("") : List.of(mapping.path());
    }

    private boolean has(Class<? extends Annotation> annotation) {
        return AnnotatedElementUtils.hasAnnotation(method, annotation)
                || AnnotatedElementUtils.hasAnnotation(type, annotation);
    }
}
