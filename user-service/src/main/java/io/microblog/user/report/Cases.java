package io.microblog.user.report;

import java.util.List;

import io.microblog.kit.id.IdGenerator;
import io.microblog.kit.problem.NotFound;
import io.microblog.kit.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The cases that reports, and what is done about people, belong to. */
@Service
public class Cases {

    private final CaseRepository repository;
    private final ReportRepository reports;
    private final IdGenerator ids;

    Cases(CaseRepository repository, ReportRepository reports, IdGenerator ids) {
        this.repository = repository;
        this.reports = reports;
        this.ids = ids;
    }

    /** The open case about somebody; a new one where there is none. */
    @Transactional(propagation = Propagation.MANDATORY)
    public long open(long target) {
        return reports.openCase(ids.next(), target);
    }

    /**
     * The case that a report is in.
     *
     * @throws NotFound when there is no such report
     */
    public long ofReport(long reportId) {
        return reports.find(reportId).map(Report::caseId).orElseThrow(NotFound::new);
    }

    /**
     * Settles what is open about somebody, because something was done about them.
     *
     * @param moderator null for whoever runs the server
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void settleAllOf(long target, @Nullable Long moderator) {
        reports.findOpenCase(target).ifPresent(open -> reports.settle(open, moderator));
    }

    /** Whoever the case is about has said something. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void asks(long caseId) {
        repository.asks(caseId);
    }

    /** A moderator has answered: nobody waits any more, unless an appeal is not decided. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void isAnswered(long caseId) {
        repository.isAnswered(caseId);
    }

    /**
     * One case.
     *
     * @throws NotFound when there is none with this id
     */
    public CaseFile require(long id) {
        return repository.find(id).orElseThrow(NotFound::new);
    }

    /**
     * One case, for whom it is about.
     *
     * @throws NotFound when it is about somebody else, or they have not heard of it
     */
    public CaseFile requireToldTo(long person, long id) {
        return repository.findToldTo(person, id).orElseThrow(NotFound::new);
    }

    /** The cases about a person that they have heard of: where something was done, or moderators wrote to them. */
    public List<CaseFile> toldTo(long person, Page page) {
        return repository.toldTo(person, page);
    }

    /**
     * Some cases, the newest first.
     *
     * @param due whether to look for those that are open or in which somebody waits for an answer, or for the others
     * @param target only those about this account
     */
    public List<CaseFile> list(boolean due, @Nullable Long target, Page page) {
        return repository.list(due, target, page);
    }
}
