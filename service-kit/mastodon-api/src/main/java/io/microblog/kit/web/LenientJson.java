package io.microblog.kit.web;

import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/** The API's mapper made tolerant of what forms and clients do to types. */
final class LenientJson {

    private static final LogicalType[] EMPTY_IS_NULL = {
        LogicalType.Integer,
        LogicalType.Float,
        LogicalType.Boolean,
        LogicalType.Enum,
        LogicalType.DateTime,
        LogicalType.OtherScalar,
        LogicalType.POJO
    };

    private LenientJson() {}

    static JsonMapper from(JsonMapper api) {
        JsonMapper.Builder builder = api.rebuild()
                .addModule(new SimpleModule("lenient")
                        .addDeserializer(Boolean.class, new BooleanDeserializer(null))
                        .addDeserializer(boolean.class, new BooleanDeserializer(false))
                        .addDeserializer(MultipartFile.class, new FileDeserializer()))
                .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .withCoercionConfig(
                        LogicalType.Collection,
                        empty -> empty.setCoercion(CoercionInputShape.EmptyString, CoercionAction.AsEmpty));
        for (LogicalType type : EMPTY_IS_NULL) {
            builder.withCoercionConfig(
                    type, empty -> empty.setCoercion(CoercionInputShape.EmptyString, CoercionAction.AsNull));
        }
        return builder.build();
    }

    private static final class BooleanDeserializer extends ValueDeserializer<Boolean> {

        private final @Nullable Boolean absent;

        BooleanDeserializer(@Nullable Boolean absent) {
            this.absent = absent;
        }

        @Override
        public @Nullable Boolean deserialize(JsonParser parser, DeserializationContext context) {
            if (!parser.currentToken().isScalarValue()) {
                return (Boolean) context.handleUnexpectedToken(Boolean.class, parser);
            }
            try {
                Boolean value = LenientBoolean.parse(parser.getString());
                return value == null ? absent : value;
            } catch (IllegalArgumentException _) {
                return (Boolean) context.handleWeirdStringValue(Boolean.class, parser.getString(), "not a boolean");
            }
        }

        @Override
        public @Nullable Object getNullValue(DeserializationContext context) {
            return absent;
        }

        @Override
        public @Nullable Object getAbsentValue(DeserializationContext context) {
            return absent;
        }
    }

    private static final class FileDeserializer extends ValueDeserializer<MultipartFile> {

        @Override
        public @Nullable MultipartFile deserialize(JsonParser parser, DeserializationContext context) {
            if (parser.currentToken() == JsonToken.VALUE_EMBEDDED_OBJECT
                    && parser.getEmbeddedObject() instanceof MultipartFile file) {
                return file;
            }
            if (parser.currentToken() == JsonToken.VALUE_STRING
                    && parser.getString().isEmpty()) {
                return null;
            }
            return (MultipartFile) context.handleUnexpectedToken(MultipartFile.class, parser);
        }
    }
}
