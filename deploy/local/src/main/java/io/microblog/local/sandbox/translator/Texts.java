package io.microblog.local.sandbox.translator;

import java.util.ArrayList;
import java.util.List;

import io.microblog.local.sandbox.http.Call;
import io.microblog.local.sandbox.http.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The texts in a request's body, within the service's limits. */
final class Texts {

    /**
     * The documented limits of an operation.
     *
     * @param elements texts in a request
     * @param characters of all texts together, times the languages asked for
     */
    record Limits(int elements, int characters) {
        static final Limits TRANSLATE = new Limits(1_000, 50_000);
        static final Limits DETECT = new Limits(100, 50_000);
    }

    /** More than the largest allowed request can take in JSON with every character escaped. */
    private static final int MAX_BYTES = 1024 * 1024;

    private Texts() {}

    /** Reads the body; one that breaks a rule ends the call with the service's error. */
    static List<String> of(Call call, Limits limits, int languages) {
        if (!call.isJson()) {
            throw TranslatorError.CONTENT_TYPE.refusal();
        }
        var body = parse(call.body(MAX_BYTES, TranslatorError.REQUEST_TOO_LARGE.reply()));
        if (!body.isArray() || body.isEmpty()) {
            throw TranslatorError.INPUT_MISSING.refusal();
        }
        if (body.size() > limits.elements()) {
            throw TranslatorError.TOO_MANY_ELEMENTS.refusal();
        }
        var texts = new ArrayList<String>();
        body.forEach(element -> texts.add(text(element)));
        check(texts, limits, languages);
        return texts;
    }

    /** Characters as the service counts and bills them: Unicode code points. */
    static int characters(List<String> texts) {
        return texts.stream().mapToInt(Texts::length).sum();
    }

    private static void check(List<String> texts, Limits limits, int languages) {
        if (texts.stream().anyMatch(text -> length(text) > limits.characters())) {
            throw TranslatorError.TEXT_TOO_LONG.refusal();
        }
        if ((long) characters(texts) * languages > limits.characters()) {
            throw TranslatorError.REQUEST_TOO_LARGE.refusal();
        }
    }

    private static JsonNode parse(byte[] body) {
        try {
            return Json.PLAIN.readTree(body);
        } catch (JacksonException e) {
            throw TranslatorError.BODY.refusal();
        }
    }

    private static String text(JsonNode element) {
        var text = element.has("Text") ? element.get("Text") : element.get("text");
        if (text == null || !text.isString()) {
            throw TranslatorError.ELEMENT.refusal();
        }
        return text.stringValue();
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
