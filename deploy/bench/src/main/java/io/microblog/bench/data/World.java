package io.microblog.bench.data;

/** All that the generator makes of a seed and a scale. */
record World(long seed, Scale scale, People people, Posts posts, Boosts boosts, Favourites favourites) {

    /** As the databases have it noted. */
    DataSet data() {
        return new DataSet(seed, scale.factor());
    }

    static World of(long seed, Scale scale) {
        People people = People.of(seed, scale.people());
        Posts posts = Posts.of(seed, scale.people(), scale.posts());
        Boosts boosts = Boosts.of(seed, people, posts, scale.boosts());
        return new World(seed, scale, people, posts, boosts, new Favourites(seed, posts, scale.people()));
    }
}
