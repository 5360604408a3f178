package io.microblog.user.strike;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.microblog.kit.account.PublicAccount;
import io.microblog.user.account.Profiles;
import io.microblog.user.rule.RuleResponse;
import io.microblog.user.rule.Rules;
import io.microblog.user.strike.StrikeResponse.StrikeAppeal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows strikes, however many, in a constant number of queries. */
@Component
class ShownStrikes {

    private final Profiles profiles;
    private final Rules rules;

    ShownStrikes(Profiles profiles, Rules rules) {
        this.profiles = profiles;
        this.rules = rules;
    }

    /** As moderators see them. */
    List<StrikeResponse> toModerators(List<Strike> strikes) {
        return show(strikes, true);
    }

    /** As those see them whom they are about: moderators are not named. */
    List<StrikeResponse> toOwner(List<Strike> strikes) {
        return show(strikes, false);
    }

    private List<StrikeResponse> show(List<Strike> strikes, boolean naming) {
        Map<String, PublicAccount> people = profiles
                .show(strikes.stream()
                        .flatMap(strike -> Stream.of(strike.targetId(), naming ? strike.moderatorId() : null))
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList())
                .stream()
                .collect(Collectors.toMap(PublicAccount::id, Function.identity()));
        Map<Long, RuleResponse> broken = rules.find(strikes.stream()
                .flatMap(strike -> strike.ruleIds().stream())
                .distinct()
                .toList());
        return strikes.stream().map(strike -> show(strike, people, broken)).toList();
    }

    private static StrikeResponse show(
            Strike strike, Map<String, PublicAccount> people, Map<Long, RuleResponse> broken) {
        return new StrikeResponse(
                String.valueOf(strike.id()),
                strike.sanction().code(),
                strike.text(),
                strike.postIds().stream().map(String::valueOf).toList(),
                Objects.requireNonNull(people.get(String.valueOf(strike.targetId()))),
                appeal(strike),
                strike.createdAt(),
                String.valueOf(strike.caseId()),
                strike.ruleIds().stream()
                        .map(broken::get)
                        .filter(Objects::nonNull)
                        .toList(),
                strike.endsAt(),
                strike.liftedAt(),
                strike.lifting(),
                Appeals.mayAppeal(strike),
                people.get(String.valueOf(strike.moderatorId())));
    }

    private static @Nullable StrikeAppeal appeal(Strike strike) {
        return strike.appeal() == null || strike.appealState() == null
                ? null
                : new StrikeAppeal(strike.appeal(), strike.appealState());
    }
}
