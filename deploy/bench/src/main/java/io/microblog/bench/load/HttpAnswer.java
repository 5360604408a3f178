package io.microblog.bench.load;

import java.util.Locale;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a server said.
 *
 * @param head the status line and the headers
 */
public record HttpAnswer(int status, String head, String body) {

    public JsonNode json() {
        return JsonMapper.shared().readTree(body);
    }

    /** Where there are several of that name, all of them with line breaks between. */
    public String headers(String name) {
        String prefix = name.toLowerCase(Locale.ROOT) + ":";
        return head.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(prefix))
                .map(line -> line.substring(prefix.length()).strip())
                .reduce("", (all, line) -> all.isEmpty() ? line : all + "\n" + line);
    }
}
