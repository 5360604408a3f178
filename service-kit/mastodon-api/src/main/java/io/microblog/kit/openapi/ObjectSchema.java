package io.microblog.kit.openapi;

import java.lang.reflect.AnnotatedType;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.microblog.kit.openapi.Schemas.Direction;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.BeanPropertyDefinition;
import tools.jackson.databind.introspect.ClassIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The schema of a record, with the properties that the mapper finds in it. */
final class ObjectSchema {

    private final JsonMapper json;
    private final Schemas schemas;
    private final Direction direction;

    ObjectSchema(JsonMapper json, Schemas schemas, Direction direction) {
        this.json = json;
        this.schemas = schemas;
        this.direction = direction;
    }

    /** Of JSON that is passed on with something added, it is all of that and the addition. */
    void fill(ObjectNode schema, Class<?> type) {
        AnnotatedMember passedOn = introspect(type).findAnyGetter();
        SchemaName name = passedOn == null
                ? null
                : Types.declared(passedOn.getAnnotated()).getAnnotation(SchemaName.class);
        if (name == null) {
            fillOwn(schema, type);
        } else {
            ArrayNode all = schema.putArray("allOf").add(Schemas.reference(name.value()));
            fillOwn(all.addObject(), type);
        }
    }

    private void fillOwn(ObjectNode schema, Class<?> type) {
        ObjectNode properties = schema.put("type", "object").putObject("properties");
        ArrayNode required = schema.arrayNode();
        collect(type, properties, required, true);
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
    }

    /** @param present whether the object that has these properties is there for certain */
    private void collect(Class<?> type, ObjectNode properties, ArrayNode required, boolean present) {
        BeanDescription bean = introspect(type);
        for (BeanPropertyDefinition property : bean.findProperties()) {
            AnnotatedMember accessor = property.getAccessor();
            if (accessor == null || accessor.hasAnnotation(JsonAnyGetter.class)) {
                // Only a constructor's parameter, which says nothing about what is written; or many properties.
                continue;
            }
            AnnotatedType declared = Types.declared(accessor.getAnnotated());
            if (accessor.hasAnnotation(JsonUnwrapped.class)) {
                collect(Types.raw(declared), properties, required, present && !Types.isNullable(declared));
                continue;
            }
            boolean leftOut = isLeftOut(bean, property);
            properties.set(property.getName(), schema(property.getName(), declared, leftOut));
            if (present && isRequired(declared, leftOut)) {
                required.add(property.getName());
            }
        }
    }

    private BeanDescription introspect(Class<?> type) {
        ClassIntrospector introspector = json.serializationConfig().classIntrospectorInstance();
        var javaType = json.constructType(type);
        return introspector.introspectForSerialization(javaType, introspector.introspectClassAnnotations(javaType));
    }

    /** Where a null is left out, the key is missing rather than null. */
    private ObjectNode schema(String name, AnnotatedType declared, boolean leftOut) {
        if (Types.isId(name, declared) && !isNumber(declared)) {
            return leftOut ? schemas.ofPresentId(declared) : schemas.ofId(declared);
        }
        return leftOut ? schemas.ofPresent(declared, direction) : schemas.of(declared, direction);
    }

    /** The API has one id that answers say as a number. */
    private boolean isNumber(AnnotatedType declared) {
        return direction == Direction.RESPONSE && Types.raw(declared) == long.class;
    }

    private boolean isRequired(AnnotatedType declared, boolean leftOut) {
        return switch (direction) {
            case RESPONSE -> !leftOut;
            case REQUEST -> !Types.isNullable(declared) && !Types.raw(declared).isPrimitive();
        };
    }

    private static boolean isLeftOut(BeanDescription bean, BeanPropertyDefinition property) {
        JsonInclude.Include inclusion = bean.findPropertyInclusion(JsonInclude.Value.empty())
                .withOverrides(property.findInclusion())
                .getValueInclusion();
        return switch (inclusion) {
            case USE_DEFAULTS, ALWAYS -> false;
            default -> true;
        };
    }
}
