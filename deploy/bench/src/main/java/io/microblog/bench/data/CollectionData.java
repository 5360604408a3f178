package io.microblog.bench.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import io.microblog.local.collection.JudgedCollection;
import io.microblog.local.collection.JudgedCollection.Hashtag;
import io.microblog.local.collection.JudgedCollection.Person;
import org.jspecify.annotations.Nullable;

/** The judged collection as data of the platform: with ids, an author, and somebody who searches. */
public final class CollectionData {

    /** The number of whoever searches, who has an access token. */
    public static final int READER = 0;

    static final int AUTHOR = 1;

    /** A post of the collection, with its id. */
    record Post(long id, @Nullable String language, String text, List<String> hashtags) {}

    private final List<Person> people = new ArrayList<>();
    private final List<Post> posts = new ArrayList<>();
    private final Map<Long, String> keys = new HashMap<>();

    private CollectionData() {
        people.add(new Person("", "judge", "Judge"));
        people.add(new Person("", "collector", ""));
        for (Person person : JudgedCollection.people()) {
            keys.put(Ids.person(people.size()), person.key());
            people.add(person);
        }
    }

    /** @param noise so many posts lie around what is judged */
    public static CollectionData of(int noise) {
        CollectionData collection = new CollectionData();
        List<JudgedCollection.Post> written = JudgedCollection.postsAmong(noise);
        List<Hashtag> tags = JudgedCollection.hashtags();
        int all = written.size() + tags.stream().mapToInt(Hashtag::posts).sum();
        tags.forEach(tag -> Stream.generate(
                        () -> new Post(collection.nextId(all), null, "#" + tag.name(), List.of(tag.name())))
                .limit(tag.posts())
                .forEach(collection.posts::add));
        written.forEach(post -> {
            long id = collection.nextId(all);
            collection.keys.put(id, post.key());
            collection.posts.add(new Post(id, post.language(), post.text(), List.of()));
        });
        return collection;
    }

    private long nextId(int all) {
        return Ids.spread(posts.size(), all, Posts.NODE);
    }

    /** Another one with each change of the collection. */
    DataSet data() {
        return new DataSet(Objects.hash(people, posts), DataSet.COLLECTION);
    }

    /** Each under the number of its place. */
    List<Person> people() {
        return people;
    }

    List<Post> posts() {
        return posts;
    }

    public int size() {
        return posts.size();
    }

    /** What judgements call the person or post. */
    public String key(long id) {
        return keys.getOrDefault(id, "another");
    }
}
