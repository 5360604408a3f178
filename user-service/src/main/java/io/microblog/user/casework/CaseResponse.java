package io.microblog.user.casework;

import java.time.Instant;

import io.microblog.kit.openapi.SchemaName;
import io.microblog.user.report.CaseFile;

/**
 * A case, for whom it is about.
 *
 * @param open whether moderators have not settled it
 */
@SchemaName("ModerationCase")
record CaseResponse(String id, boolean open, Instant updatedAt) {

    static CaseResponse from(CaseFile file) {
        return new CaseResponse(String.valueOf(file.id()), file.settledAt() == null, file.updatedAt());
    }
}
