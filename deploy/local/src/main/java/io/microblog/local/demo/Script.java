package io.microblog.local.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The people of the demo and all that they say, as the resources tell. */
final class Script {

    private static final List<String> LANGUAGES = List.of("en", "es", "fr", "de", "pt", "ja", "ar", "hi");
    private static final String POST = "== ";
    private static final String REPLY = "-- ";
    private static final long SEED = 20_26;

    private final Map<String, Person> people;
    private final List<List<Remark>> conversations = new ArrayList<>();

    private Script(Map<String, Person> people) {
        this.people = people;
    }

    /** Throws {@link IllegalArgumentException} naming the line when the resources are not as they should be. */
    static Script load() {
        Map<String, Person> people = lines("people.txt").stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Person::parse)
                .collect(Collectors.toMap(
                        Person::username, Function.identity(), (first, _) -> first, LinkedHashMap::new));
        Script script = new Script(people);
        LANGUAGES.forEach(script::read);
        Collections.shuffle(script.conversations, new Random(SEED));
        return script;
    }

    List<Person> people() {
        return List.copyOf(people.values());
    }

    /** Posts with the replies to them, in an order that mixes the languages. */
    List<List<Remark>> conversations() {
        return Collections.unmodifiableList(conversations);
    }

    private void read(String language) {
        int number = 0;
        String heading = "";
        StringBuilder text = new StringBuilder();
        for (String line : lines("posts/" + language + ".txt")) {
            if (line.startsWith(POST) || line.startsWith(REPLY)) {
                add(language, number++, heading, text);
                heading = line;
            } else if (!heading.isEmpty()) {
                text.append(line).append('\n');
            }
        }
        add(language, number, heading, text);
    }

    private void add(String language, int number, String heading, StringBuilder text) {
        if (!heading.isEmpty()) {
            List<Remark> conversation = heading.startsWith(POST) ? new ArrayList<>() : conversations.getLast();
            conversation.add(remark(language, number, heading, text.toString().strip(), conversation));
            if (conversation.size() == 1) {
                conversations.add(conversation);
            }
        }
        text.setLength(0);
    }

    private Remark remark(String language, int number, String heading, String text, List<Remark> before) {
        String[] parts = heading.substring(POST.length()).split("\\|");
        Map<String, String> options = new LinkedHashMap<>();
        for (int i = 1; i < parts.length; i++) {
            String[] option = parts[i].strip().split("=", 2);
            options.put(option[0], option.length > 1 ? option[1] : "");
        }
        Person author = people.get(parts[0].strip());
        if (author == null || text.isEmpty()) {
            throw new IllegalArgumentException(language + ".txt: " + heading);
        }
        return new Remark(
                language + "-" + number, author, text, language, options, before.isEmpty() ? null : before.getLast());
    }

    private static List<String> lines(String name) {
        try (InputStream in = Objects.requireNonNull(Script.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
