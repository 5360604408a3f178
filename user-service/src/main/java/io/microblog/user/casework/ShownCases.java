package io.microblog.user.casework;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.microblog.kit.account.PublicAccount;
import io.microblog.user.account.Profiles;
import io.microblog.user.report.CaseFile;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows cases and what is written in them, however many, in a constant number of queries. */
@Component
class ShownCases {

    private final Profiles profiles;

    ShownCases(Profiles profiles) {
        this.profiles = profiles;
    }

    List<AdminCaseResponse> cases(List<CaseFile> files) {
        Map<String, PublicAccount> people =
                people(files.stream().flatMap(file -> Stream.of(file.targetId(), file.assignedId(), file.settledBy())));
        return files.stream().map(file -> show(file, people)).toList();
    }

    private static AdminCaseResponse show(CaseFile file, Map<String, PublicAccount> people) {
        return new AdminCaseResponse(
                String.valueOf(file.id()),
                file.settledAt() == null,
                file.waiting(),
                file.reports(),
                file.settledAt(),
                file.updatedAt(),
                Objects.requireNonNull(people.get(String.valueOf(file.targetId()))),
                people.get(String.valueOf(file.assignedId())),
                people.get(String.valueOf(file.settledBy())));
    }

    List<CaseNoteResponse> notes(List<CaseNote> notes) {
        Map<String, PublicAccount> people = people(notes.stream().map(CaseNote::authorId));
        return notes.stream()
                .map(note -> new CaseNoteResponse(
                        String.valueOf(note.id()),
                        String.valueOf(note.targetId()),
                        note.caseId() == null ? null : note.caseId().toString(),
                        note.text(),
                        note.createdAt(),
                        people.get(String.valueOf(note.authorId()))))
                .toList();
    }

    /**
     * Messages, however many.
     *
     * @param naming whether moderators are named
     */
    List<CaseMessageResponse> messages(List<CaseMessage> messages, boolean naming) {
        Map<String, PublicAccount> people = people(messages.stream()
                .filter(message -> naming || !message.byModerator())
                .map(CaseMessage::authorId));
        return messages.stream()
                .map(message -> new CaseMessageResponse(
                        String.valueOf(message.id()),
                        String.valueOf(message.caseId()),
                        message.byModerator(),
                        message.text(),
                        message.createdAt(),
                        naming || !message.byModerator() ? people.get(String.valueOf(message.authorId())) : null))
                .toList();
    }

    private Map<String, PublicAccount> people(Stream<@Nullable Long> ids) {
        return profiles.show(ids.filter(Objects::nonNull).distinct().toList()).stream()
                .collect(Collectors.toMap(PublicAccount::id, Function.identity()));
    }
}
