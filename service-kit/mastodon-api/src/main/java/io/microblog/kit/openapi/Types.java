package io.microblog.kit.openapi;

import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;

/** Questions to types as they are written, with their annotations. */
final class Types {

    private static final Pattern ID = Pattern.compile("(^|_)ids?$|^invited_by$");
    private static final Set<Class<?>> IDS = Set.of(String.class, Long.class, long.class);

    private Types() {}

    static Class<?> raw(AnnotatedType type) {
        return ResolvableType.forType(type.getType()).toClass();
    }

    static boolean isList(AnnotatedType type) {
        return raw(type).isArray() || Collection.class.isAssignableFrom(raw(type));
    }

    /** Whether a thing of this name is an id or a list of them, told by decimal numbers. */
    static boolean isId(String name, AnnotatedType type) {
        AnnotatedType one = isList(type) ? element(type) : type;
        return ID.matcher(name).find() && IDS.contains(raw(one)) && !one.isAnnotationPresent(Opaque.class);
    }

    /** What a collection, an array or the values of a map are made of. */
    static AnnotatedType element(AnnotatedType type) {
        if (type instanceof AnnotatedArrayType array) {
            return array.getAnnotatedGenericComponentType();
        }
        if (type instanceof AnnotatedParameterizedType generic) {
            AnnotatedType[] arguments = generic.getAnnotatedActualTypeArguments();
            return arguments[arguments.length - 1];
        }
        throw new IllegalStateException(type + " does not say what it contains");
    }

    static boolean isNullable(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class);
    }

    /** The type of a field, of what a method returns, or of what a record's constructor takes. */
    static AnnotatedType declared(AnnotatedElement member) {
        return switch (member) {
            case Field field -> field.getAnnotatedType();
            case Method method -> method.getAnnotatedReturnType();
            case Constructor<?> constructor -> constructor.getAnnotatedReturnType();
            default -> throw new IllegalStateException(member + " has no type");
        };
    }
}
