package io.microblog.user.dashboard;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.microblog.kit.openapi.SchemaName;
import org.jspecify.annotations.Nullable;

/** The API's {@code Admin::Dimension}: of which there is most, or how much of each. */
@SchemaName("AdminDimension")
record DimensionResponse(String key, List<Entry> data) {

    /**
     * One of them.
     *
     * @param humanKey what people call it, in English
     * @param value a number written as a string, or a version
     * @param unit {@code bytes}, where it is that
     * @param humanValue as people write it, of sizes and versions
     */
    @SchemaName("AdminDimensionEntry")
    record Entry(
            String key,
            String humanKey,
            String value,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String unit,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String humanValue) {

        static Entry count(String key, String humanKey, long count) {
            return new Entry(key, humanKey, String.valueOf(count), null, null);
        }

        static Entry size(String key, String humanKey, long bytes) {
            return new Entry(key, humanKey, String.valueOf(bytes), "bytes", HumanSize.of(bytes));
        }

        static Entry version(String key, String humanKey, String version) {
            return new Entry(key, humanKey, version, null, version);
        }
    }
}
