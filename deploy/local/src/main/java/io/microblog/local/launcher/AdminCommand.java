package io.microblog.local.launcher;

import java.io.PrintWriter;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

@Command(
        name = "admin",
        description = "What has to work without a browser: opens, closes and appoints accounts, by user name; lets"
                + " addresses in.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "For a platform in containers: docker compose run --rm admin COMMAND"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:Done, or it was so already.",
            "1:There is nobody of that name, it cannot be done, or user-service does not answer.",
            "2:The command line is wrong."
        })
final class AdminCommand {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--user-service",
            paramLabel = "URL",
            scope = ScopeType.INHERIT,
            description = "Another user-service than the local platform's (${DEFAULT-VALUE}).",
            defaultValue = "${env:USER_SERVICE_URL:-http://127.0.0.1:" + Topology.USER_SERVICE_PORT + "}")
    private String url = "";

    @Option(
            names = "--secrets",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "Where the key for it stands, if not in the home of the local platform.")
    private @Nullable Path secrets;

    @Command(
            name = "confirm",
            mixinStandardHelpOptions = true,
            description = "Opens the account that somebody signed up for, without the mail.")
    int confirm(@Parameters(paramLabel = "USERNAME") String username) {
        return account(
                username,
                "confirm",
                "Nobody called %s has signed up and waits for an account.",
                "%s has an account now.");
    }

    @Command(
            name = "reset-password",
            mixinStandardHelpOptions = true,
            description = "Mails somebody a link to choose a new password. The old one works until they have.")
    int resetPassword(@Parameters(paramLabel = "USERNAME") String username) {
        return account(username, "reset-password", "A link to choose a new password is on its way to %s.");
    }

    @Command(
            name = "suspend",
            mixinStandardHelpOptions = true,
            description = "Closes an account: its sessions and apps end at once, nobody sees what it wrote. Nothing is"
                    + " erased.")
    int suspend(@Parameters(paramLabel = "USERNAME") String username) {
        return account(username, "suspend", "%s is suspended.");
    }

    @Command(
            name = "reinstate",
            mixinStandardHelpOptions = true,
            description = "Opens an account again that was suspended.")
    int reinstate(@Parameters(paramLabel = "USERNAME") String username) {
        return account(username, "reinstate", "%s is not suspended any more.");
    }

    @Command(
            name = "erase",
            mixinStandardHelpOptions = true,
            description = "Deletes all that a suspended account holds, for good, without asking anybody else. Its name"
                    + " stays taken.")
    int erase(@Parameters(paramLabel = "USERNAME") String username) {
        return account(username, "erase", "All that %s held is being deleted.");
    }

    @Command(name = "make-owner", mixinStandardHelpOptions = true, description = "Gives an account the highest role.")
    int makeOwner(@Parameters(paramLabel = "USERNAME") String username) {
        return account(username, "make-owner", "%s is an owner.");
    }

    @Command(
            name = "applicants",
            mixinStandardHelpOptions = true,
            description = "Shows the first hundred who wait for approval, and what they wrote.")
    int applicants() {
        PrintWriter out = spec.commandLine().getOut();
        Table table = new Table("USERNAME", "REASON");
        var applicants = server().get("/internal/admin/applicants");
        applicants.forEach(applicant -> table.add(
                applicant.path("username").asString(), applicant.path("reason").asString()));
        if (applicants.isEmpty()) {
            out.println("Nobody waits for approval.");
        } else {
            table.print(out);
        }
        return 0;
    }

    @Command(
            name = "approve",
            mixinStandardHelpOptions = true,
            description = "Opens the account of somebody who waits for approval, and mails them.")
    int approve(@Parameters(paramLabel = "USERNAME") String username) {
        return applicant(username, "approve", "%s has an account now.");
    }

    @Command(
            name = "reject",
            mixinStandardHelpOptions = true,
            description = "Forgets somebody who waits for approval. No mail says so.")
    int reject(@Parameters(paramLabel = "USERNAME") String username) {
        return applicant(username, "reject", "%s waits no more.");
    }

    @Command(
            name = "let-in",
            mixinStandardHelpOptions = true,
            description =
                    "Lifts the blocks of all networks that an address is in, such as those of an administrator who"
                            + " is kept out.")
    int letIn(@Parameters(paramLabel = "ADDRESS") String address) {
        return act("networks", address, "let-in", "%s is in no blocked network.", "%s gets in again.");
    }

    private int account(String username, String action, String done) {
        return account(username, action, "There is no account called %s.", done);
    }

    private int account(String username, String action, String missing, String done) {
        return act("accounts", username, action, missing, done);
    }

    private int applicant(String username, String action, String done) {
        return act("applicants", username, action, "Nobody called %s waits for approval.", done);
    }

    private int act(String kind, String given, String action, String missing, String done) {
        String name = given.startsWith("@") ? given.substring(1) : given;
        if (!server().post("/internal/admin/" + kind + "/", name, "/" + action)) {
            throw new LauncherException(missing.formatted(name));
        }
        spec.commandLine().getOut().println(done.formatted(name));
        return 0;
    }

    private AdminApi server() {
        return new AdminApi("user-service", url, Credential.of(AdminApi.key("user-service"), secrets));
    }
}
