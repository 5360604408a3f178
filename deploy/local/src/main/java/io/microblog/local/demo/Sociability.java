package io.microblog.local.demo;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;

/** Who follows whom, and who likes what: by language, interests, fame and chance, but the same in every run. */
final class Sociability {

    private static final int FEWEST_FOLLOWS = 8;
    private static final int MOST_FOLLOWS = 20;

    private final List<Person> people;
    private final Map<Person, List<Person>> follows = new HashMap<>();

    Sociability(List<Person> people) {
        this.people = people;
        people.forEach(person -> follows.put(person, choose(person)));
    }

    /** Whom a person follows. */
    List<Person> follows(Person person) {
        return Objects.requireNonNull(follows.get(person), person::username);
    }

    /** Who favourites a post: few for most posts, many for some. */
    List<Person> admirers(Remark post) {
        Random random = new Random(post.seed());
        double luck = Math.pow(random.nextDouble(), 2.2);
        int count = (int) Math.round((post.above() == null ? 1 + 15 * luck : 3 * luck) * fame(post.author()));
        return readers(post.author(), random).limit(count).toList();
    }

    /** Who boosts it, some of those who favourite it. */
    List<Person> boosters(Remark post) {
        return post.above() == null
                ? admirers(post).stream()
                        .skip(2)
                        .filter(person -> (person.seed() ^ post.seed()) % 4 == 0)
                        .toList()
                : List.of();
    }

    /** Who keeps it. */
    List<Person> keepers(Remark post) {
        return admirers(post).stream()
                .filter(person -> (person.seed() + post.seed()) % 9 == 0)
                .toList();
    }

    /** Who votes, each with the number of the answer. */
    Map<Person, Integer> voters(Remark poll) {
        Random random = new Random(poll.seed());
        int answers = (int) poll.choices().count();
        Map<Person, Integer> votes = new HashMap<>();
        if (answers > 0) {
            readers(poll.author(), random)
                    .limit(24)
                    .forEach(person ->
                            votes.put(person, Math.min(random.nextInt(answers), random.nextInt(answers + 1))));
        }
        return votes;
    }

    /** Followers first, in an order of their own for each post. */
    private Stream<Person> readers(Person author, Random random) {
        Map<Person, Double> rank = new HashMap<>();
        people.forEach(person ->
                rank.put(person, random.nextDouble() - (follows(person).contains(author) ? 1 : 0)));
        return people.stream()
                .filter(person -> !person.equals(author))
                .sorted(Comparator.comparing(person -> rank.getOrDefault(person, 0.0)));
    }

    private List<Person> choose(Person person) {
        Random random = new Random(person.seed());
        int count = FEWEST_FOLLOWS + random.nextInt(MOST_FOLLOWS - FEWEST_FOLLOWS + 1);
        Map<Person, Double> rank = new HashMap<>();
        people.forEach(other ->
                rank.put(other, person.affinity(other) * (0.4 + random.nextDouble()) * (0.7 + 0.6 * fame(other))));
        return people.stream()
                .filter(other -> !other.equals(person))
                .sorted(Comparator.comparing((Person other) -> rank.getOrDefault(other, 0.0))
                        .reversed())
                .limit(count)
                .toList();
    }

    /** From 0.4 for nearly everybody up to 1.6 for a few. */
    private static double fame(Person person) {
        return 0.4 + 1.2 * Math.pow(new Random(person.seed() * 31).nextDouble(), 2);
    }
}
