// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.web;

import dev.cofactor.desk.signin.StepUps;
import dev.cofactor.face.http.ErrorPage;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** What a person sees instead of a problem document. */
@Singleton
class ErrorPages implements ErrorPage {
    /** The form came from elsewhere, or from before this session. */
    private static final Set<String> STALE = Set.of("csrf", "origin-mismatch");

    private static final String START = "/secrets";

    private final WebConfig config;

    ErrorPages(WebConfig config) {
        this.config = config;
    }

    @CheckedTemplate(requireTypeSafeExpressions = true)
    static final class Templates {
        static native TemplateInstance error(
                boolean evaluation, int status, long seconds, String requestId, String stale, boolean stepUp, boolean others);

        private Templates() {}
    }

    /** A fresh proof that is missing is given at a place of its own; from there one comes back to where one was. */
    @Override
    public Optional<String> elsewhere(String code, Optional<String> page) {
        return code.equals(StepUps.Needed.CODE)
                ? Optional.of("/step-up?back="
                        + Leads.asParameter(page.filter(Leads::isOurs).orElse(START)))
                : Optional.empty();
    }

    @Override
    public String render(Details details) {
        long seconds = details.retryAfter().orElse(Duration.ZERO).toSeconds();
        String stale = STALE.contains(details.code()) ? Words.sentence(details.message()) : "";
        boolean stepUp = details.code().equals(StepUps.Needed.CODE);
        boolean others = details.code().startsWith("approval-");
        return Templates.error(
                        config.evaluation(), details.status(), seconds, details.traceId(), stale, stepUp, others)
                .render();
    }
}
