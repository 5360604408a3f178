package io.microblog.user.report;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import io.microblog.event.AccountState;
import io.microblog.event.ModerationEvent.ReportFiled;
import io.microblog.kit.event.Outbox;
import io.microblog.kit.id.IdGenerator;
import io.microblog.kit.problem.Invalid;
import io.microblog.kit.problem.NotFound;
import io.microblog.kit.web.Page;
import io.microblog.user.account.AccountService;
import io.microblog.user.audit.AuditLog;
import io.microblog.user.audit.AuditedAction;
import io.microblog.user.audit.HeardEvents;
import io.microblog.user.limit.Limit;
import io.microblog.user.limit.Limits;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes reports, and lets moderators handle them. What is done to one is done to all reports of its case. */
@Service
public class Reports {

    /** Reports of one rule in one case. */
    private static final int MOST_OF_RULE = 20;

    private final ReportRepository repository;
    private final ReportRules rules;
    private final Evidence evidence;
    private final AccountService accounts;
    private final Limits limits;
    private final AuditLog log;
    private final HeardEvents heard;
    private final IdGenerator ids;
    private final Outbox outbox;
    private final TransactionTemplate transaction;

    Reports(
            ReportRepository repository,
            ReportRules rules,
            Evidence evidence,
            AccountService accounts,
            Limits limits,
            AuditLog log,
            HeardEvents heard,
            IdGenerator ids,
            Outbox outbox,
            TransactionTemplate transaction) {
        this.repository = repository;
        this.rules = rules;
        this.evidence = evidence;
        this.accounts = accounts;
        this.limits = limits;
        this.log = log;
        this.heard = heard;
        this.ids = ids;
        this.outbox = outbox;
        this.transaction = transaction;
    }

    /**
     * Takes a report. The posts are kept as they are now; they are asked for before the transaction.
     *
     * @throws Invalid naming the fields that cannot be accepted
     * @throws NotFound when there is nobody to report
     * @throws io.microblog.kit.problem.TooManyRequests when the reporter has had too many
     */
    Report file(long reporter, ReportRequest request) {
        ReportRules.Accepted accepted = rules.check(reporter, request);
        if (accounts.require(accepted.targetId()).suspended()) {
            throw new NotFound();
        }
        limits.take(Limit.REPORTS, String.valueOf(reporter));
        List<ObjectNode> posts = evidence.take(accepted.postIds(), reporter, accepted.targetId());
        return Objects.requireNonNull(transaction.execute(status -> add(reporter, accepted, posts)));
    }

    private Report add(long reporter, ReportRules.Accepted accepted, List<ObjectNode> posts) {
        long caseId = repository.openCase(ids.next(), accepted.targetId());
        long id = ids.next();
        repository.add(id, caseId, reporter, accepted);
        posts.forEach(post -> repository.keep(id, post));
        Report report = require(id);
        outbox.append(new ReportFiled(
                caseId, id, reporter, accepted.targetId(), report.category().code(), report.createdAt()));
        return report;
    }

    /**
     * Takes a report of an automatic rule, unless its case has enough of that rule. It is told of once.
     *
     * @param event by which the rule told of it
     * @param name of the rule
     * @param target whose post it caught
     * @param postId the post; null when moderators are not to see it
     */
    public void fileByRule(UUID event, long ruleId, String name, long target, @Nullable Long postId) {
        if (accounts.findAll(List.of(target)).stream().allMatch(AccountState::suspended)) {
            return;
        }
        List<ObjectNode> posts = postId == null ? List.of() : evidence.takeOwn(postId, target);
        transaction.executeWithoutResult(_ -> {
            if (heard.isNew(event)) {
                addByRule(ruleId, name, target, posts);
            }
        });
    }

    private void addByRule(long ruleId, String name, long target, List<ObjectNode> posts) {
        long caseId = repository.openCase(ids.next(), target);
        if (repository.countByRule(caseId, ruleId, MOST_OF_RULE) == MOST_OF_RULE) {
            return;
        }
        long id = ids.next();
        repository.addByRule(id, caseId, ruleId, name);
        posts.forEach(post -> repository.keep(id, post));
        Report report = require(id);
        outbox.append(
                new ReportFiled(caseId, id, target, target, report.category().code(), report.createdAt()));
    }

    /**
     * One report.
     *
     * @throws NotFound when there is none with this id
     */
    public Report require(long id) {
        return repository.find(id).orElseThrow(NotFound::new);
    }

    /** Those of the ids that there are, the oldest first. */
    List<Report> find(Collection<Long> ids) {
        return repository.find(ids);
    }

    /**
     * Some reports, the newest first.
     *
     * @param settled whether to look for those that are settled, or for the others
     * @param reporter only those by this account
     * @param target only those of this account
     */
    public List<Report> list(boolean settled, @Nullable Long reporter, @Nullable Long target, Page page) {
        return repository.list(settled, reporter, target, page);
    }

    /** The posts of each of the reports as they were then, each the API's {@code Status}. */
    public Map<Long, List<JsonNode>> evidence(Collection<Long> reportIds) {
        return repository.evidence(reportIds);
    }

    /**
     * Calls a report something else; null leaves it.
     *
     * @throws Invalid naming the fields that cannot be accepted
     */
    @Transactional
    public Report classify(long moderator, long id, @Nullable String category, @Nullable List<Long> ruleIds) {
        Report report = require(id);
        boolean other = category != null && !category.equals(ReportCategory.VIOLATION.code()) && ruleIds == null;
        List<Long> wished = other ? List.of() : Optional.ofNullable(ruleIds).orElse(report.ruleIds());
        repository.classify(
                id, rules.classify(category == null ? report.category().code() : category, wished));
        return noted(moderator, AuditedAction.UPDATE_REPORT, report);
    }

    /** The moderator takes the case. */
    @Transactional
    public Report assign(long moderator, long id) {
        Report report = require(id);
        repository.assign(report.caseId(), moderator);
        return noted(moderator, AuditedAction.ASSIGN_REPORT, report);
    }

    /** Nobody has the case. */
    @Transactional
    public Report unassign(long moderator, long id) {
        Report report = require(id);
        repository.assign(report.caseId(), null);
        return noted(moderator, AuditedAction.UNASSIGN_REPORT, report);
    }

    /** The case is settled; it stays as it is where it was settled before. */
    @Transactional
    public Report resolve(long moderator, long id) {
        Report report = require(id);
        if (report.settledAt() != null) {
            return report;
        }
        repository.settle(report.caseId(), moderator);
        return noted(moderator, AuditedAction.RESOLVE_REPORT, report);
    }

    /** The case is open again; where there is another by now, the reports join that one. */
    @Transactional
    public Report reopen(long moderator, long id) {
        Report report = require(id);
        if (report.settledAt() == null) {
            return report;
        }
        repository
                .findOpenCase(report.targetId())
                .ifPresentOrElse(
                        open -> repository.move(report.caseId(), open), () -> repository.reopen(report.caseId()));
        return noted(moderator, AuditedAction.REOPEN_REPORT, report);
    }

    private Report noted(long moderator, AuditedAction action, Report report) {
        log.note(moderator, action, report.targetId(), report.id(), "");
        return require(report.id());
    }
}
