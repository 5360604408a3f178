package io.microblog.user.oauth;

import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Shows JSON bodies as form parameters to the token endpoints, which read nothing else. */
class JsonForms extends OncePerRequestFilter {

    private static final Set<String> PATHS = Set.of("/oauth/token", "/oauth/revoke");
    private static final int MAX_BYTES = 16 * 1024;

    private final JsonMapper json;

    JsonForms(JsonMapper json) {
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String type = request.getContentType();
        return type == null
                || !type.toLowerCase(java.util.Locale.ROOT).startsWith("application/json")
                || !PATHS.contains(request.getRequestURI());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        byte[] body = request.getInputStream().readNBytes(MAX_BYTES + 1);
        Map<String, String[]> form = body.length > MAX_BYTES ? null : parse(body);
        if (form == null) {
            response.sendError(body.length > MAX_BYTES ? 413 : 400);
        } else {
            chain.doFilter(new FormRequest(request, form), response);
        }
    }

    private @Nullable Map<String, String[]> parse(byte[] body) {
        try {
            var form = new LinkedHashMap<String, String[]>();
            JsonNode tree = json.readTree(body);
            tree.properties().stream()
                    .filter(field ->
                            field.getValue().isValueNode() && !field.getValue().isNull())
                    .forEach(field -> form.put(
                            field.getKey(), new String[] {field.getValue().asString()}));
            return tree.isObject() ? form : null;
        } catch (JacksonException e) {
            return null;
        }
    }

    private static final class FormRequest extends HttpServletRequestWrapper {

        private final Map<String, String[]> form;

        FormRequest(HttpServletRequest request, Map<String, String[]> form) {
            super(request);
            this.form = form;
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Collections.unmodifiableMap(form);
        }

        @Override
        public @Nullable String getParameter(String name) {
            String[] values = form.get(name);
            return values == null ? null : values[0];
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return form.get(name);
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.enumeration(form.keySet());
        }
    }
}
