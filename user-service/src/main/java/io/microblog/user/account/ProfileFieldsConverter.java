package io.microblog.user.account;

import java.util.List;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Profile fields as JSON in one column: they are only ever read and written together. */
@Converter
class ProfileFieldsConverter implements AttributeConverter<List<ProfileField>, String> {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<ProfileField>> TYPE = new TypeReference<>() {};

    @Override
    public String convertToDatabaseColumn(List<ProfileField> fields) {
        return JSON.writeValueAsString(fields);
    }

    @Override
    public List<ProfileField> convertToEntityAttribute(String json) {
        return JSON.readValue(json, TYPE);
    }
}
