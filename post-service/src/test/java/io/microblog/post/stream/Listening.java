package io.microblog.post.stream;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import io.microblog.event.Visibility;
import io.microblog.post.Person;
import io.microblog.testing.TestTokens;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What notification-service asks on behalf of those who listen there. */
final class Listening {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final MockMvc http;
    private final List<Long> home = new ArrayList<>();
    private final List<Long> everybody = new ArrayList<>();
    private final List<Long> media = new ArrayList<>();
    private final Map<String, List<Long>> hashtags = new HashMap<>();
    private final List<Long> lists = new ArrayList<>();
    private final List<Long> direct = new ArrayList<>();

    Listening(MockMvc http) {
        this.http = http;
    }

    Listening home(Person... people) {
        home.addAll(ids(people));
        return this;
    }

    Listening everybody(Person... people) {
        everybody.addAll(ids(people));
        return this;
    }

    Listening media(Person... people) {
        media.addAll(ids(people));
        return this;
    }

    Listening hashtag(String hashtag, Person... people) {
        hashtags.computeIfAbsent(hashtag, name -> new ArrayList<>()).addAll(ids(people));
        return this;
    }

    Listening lists(long... ids) {
        lists.addAll(LongStream.of(ids).boxed().toList());
        return this;
    }

    Listening direct(Person... people) {
        direct.addAll(ids(people));
        return this;
    }

    /** What a person published. */
    List<JsonNode> to(Person actor, long... ids) {
        return deliveries(
                LongStream.of(ids)
                        .mapToObj(id -> Map.of("id", id, "actor_id", actor.id()))
                        .toList(),
                List.of());
    }

    /** Something of a person's that is gone. */
    List<JsonNode> toGone(Person actor, long id, Visibility visibility, List<Person> named, List<String> tags) {
        return deliveries(
                List.of(),
                List.of(Map.of(
                        "id", id,
                        "actor_id", actor.id(),
                        "visibility", visibility.wireName(),
                        "mentions", named.stream().map(Person::id).toList(),
                        "hashtags", tags)));
    }

    /** Everybody in deliveries who listens to this. */
    static List<Long> hearers(List<JsonNode> deliveries, String timeline) {
        return deliveries.stream()
                .flatMap(one -> one.path("listeners").path(timeline).valueStream())
                .map(JsonNode::asLong)
                .toList();
    }

    MockHttpServletResponse asks(String service, List<?> shown, List<?> gone) {
        try {
            return http.perform(MockMvcRequestBuilders.post("/internal/streams/deliveries")
                            .header("Authorization", "Bearer " + TestTokens.forService(service, "post-service"))
                            .contentType(MediaType.APPLICATION_JSON)
                            .content(JSON.writeValueAsString(Map.of(
                                    "shown",
                                    shown,
                                    "gone",
                                    gone,
                                    "listeners",
                                    Map.of(
                                            "home", home,
                                            "everybody", everybody,
                                            "media", media,
                                            "hashtags", hashtags,
                                            "lists", lists,
                                            "direct", direct)))))
                    .andReturn()
                    .getResponse();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private List<JsonNode> deliveries(List<?> shown, List<?> gone) {
        MockHttpServletResponse answer = asks("notification-service", shown, gone);
        try {
            if (answer.getStatus() != 200) {
                throw new AssertionError(answer.getStatus() + " " + answer.getContentAsString());
            }
            return Stream.of(JSON.readTree(answer.getContentAsByteArray()))
                    .flatMap(JsonNode::valueStream)
                    .toList();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Long> ids(Person... people) {
        return Arrays.stream(people).map(Person::id).toList();
    }
}
