package io.microblog.notification.mail.figure;

import java.util.List;

import io.microblog.internal.DailyFigures;
import io.microblog.internal.FigureApi;
import io.microblog.internal.FigureQuestion;
import io.microblog.internal.RankedFigure;
import io.microblog.kit.problem.NotFound;
import io.microblog.kit.security.InternalOnly;
import org.springframework.web.bind.annotation.RestController;

/** Tells user-service how many mails there were. */
@RestController
@InternalOnly("user-service")
class MailFigureController implements FigureApi {

    private final DailyMails mails;

    MailFigureController(DailyMails mails) {
        this.mails = mails;
    }

    @Override
    public DailyFigures daily(FigureQuestion question) {
        return switch (question.figure()) {
            case MAILS_SENT -> mails.read("SENT", question.days());
            case MAILS_FAILED -> mails.read("FAILED", question.days());
            default -> throw new NotFound();
        };
    }

    /** Nothing of mails is ranked. */
    @Override
    public List<RankedFigure> ranked(FigureQuestion question, int limit) {
        throw new NotFound();
    }
}
