package io.microblog.notification.mail.suppression;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.microblog.internal.Contact;
import io.microblog.internal.ContactApi;
import io.microblog.kit.problem.Invalid;
import io.microblog.kit.problem.NotFound;
import io.microblog.kit.problem.Unavailable;
import io.microblog.kit.web.Page;
import io.microblog.notification.mail.provider.Mailer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Puts suppressions and the people whose addresses they concern together; user-service knows the addresses. */
@Service
class SuppressionService {

    private final Suppressions suppressions;
    private final ContactApi contacts;
    private final Mailer mailer;

    SuppressionService(Suppressions suppressions, ContactApi contacts, Mailer mailer) {
        this.suppressions = suppressions;
        this.contacts = contacts;
        this.mailer = mailer;
    }

    /** A suppression, and whose present address it concerns. */
    record Concerned(Suppression suppression, Contact contact) {}

    /** What holds for the present address of a person. */
    List<Concerned> of(long account) {
        return contacts.contacts(List.of(account)).stream()
                .flatMap(contact -> suppressions.of(contact.email()).stream()
                        .map(suppression -> new Concerned(suppression, contact)))
                .toList();
    }

    List<Suppression> page(Page page) {
        return suppressions.page(page);
    }

    /** Those that concern the present address of somebody; who has changed the address is reached again. */
    List<Concerned> concerned(List<Suppression> found) {
        List<Long> accounts = found.stream()
                .map(Suppression::accountId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<Long, Contact> byId = accounts.isEmpty()
                ? Map.of()
                : contacts.contacts(accounts).stream()
                        .collect(Collectors.toMap(Contact::accountId, Function.identity()));
        return found.stream()
                .flatMap(one -> one.accountId() == null
                        ? Stream.empty()
                        : Stream.ofNullable(byId.get(one.accountId()))
                                .filter(contact -> suppressions.concerns(one, contact.email()))
                                .map(contact -> new Concerned(one, contact)))
                .toList();
    }

    private List<Concerned> concerned(Suppression suppression, @Nullable Long account) {
        if (account == null) {
            return List.of();
        }
        return contacts.contacts(List.of(account)).stream()
                .filter(contact -> suppressions.concerns(suppression, contact.email()))
                .map(contact -> new Concerned(suppression, contact))
                .toList();
    }

    /**
     * Has the provider deliver to the address again.
     *
     * @param account whose address it is; where that is null, the one whose mail brought it up
     * @param by the administrator
     * @throws NotFound when there is no such suppression of the present address of somebody
     * @throws Invalid when the provider does not lift it, as after a complaint
     * @throws Unavailable when the provider does not answer
     */
    void reactivate(long id, @Nullable Long account, long by) {
        Concerned one = suppressions.find(id).stream()
                .flatMap(found -> concerned(found, account == null ? found.accountId() : account).stream())
                .findFirst()
                .orElseThrow(NotFound::new);
        try {
            if (!mailer.reactivate(one.contact().email(), one.suppression().stream())) {
                throw new Invalid("The mail provider does not lift this suppression");
            }
        } catch (IOException e) {
            throw new Unavailable("The mail provider does not answer", e);
        }
        suppressions.lift(id, by);
    }
}
