// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.policy;

import dev.cofactor.engine.clauses.Approver;
import dev.cofactor.engine.clauses.Duty;
import dev.cofactor.engine.clauses.Limit;
import dev.cofactor.engine.clauses.Need;
import dev.cofactor.engine.clauses.Steps;
import dev.cofactor.engine.policy.Policy.Effect;
import dev.cofactor.engine.policy.Question.Asker;
import dev.cofactor.engine.policy.Reference.Hit;
import dev.cofactor.engine.policy.Reference.Path;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Every allow of one side with every allow of the other, and all requirements: what is asked, and what is missing. */
record ReferenceWays(Question question, Set<Hit> on) {

    Set<Path> all() {
        Set<Path> paths = new HashSet<>();
        for (List<Policy> through : throughs()) {
            Set<Policy> asking = new HashSet<>(through);
            on.stream()
                    .map(Hit::policy)
                    .filter(policy -> policy.effect() == Effect.REQUIRE)
                    .forEach(asking::add);
            path(through, asking).ifPresent(paths::add);
        }
        return paths;
    }

    private List<List<Policy>> throughs() {
        List<Asker> sides = Reference.sides(question);
        List<List<Policy>> found = new ArrayList<>();
        for (Policy first : allowing(sides.get(0))) {
            if (sides.size() == 1) {
                found.add(List.of(first));
            } else {
                allowing(sides.get(1)).forEach(second -> found.add(List.of(first, second)));
            }
        }
        return found;
    }

    private Set<Policy> allowing(Asker side) {
        return on.stream()
                .filter(hit -> hit.side().equals(side) && hit.policy().effect() == Effect.ALLOW)
                .map(Hit::policy)
                .collect(Collectors.toSet());
    }

    private Optional<Path> path(List<Policy> through, Set<Policy> asking) {
        if (question.verb() == Verb.SECRET_LIST || question.verb() == Verb.SECRET_READ_META) {
            return Optional.of(
                    new Path(through, Set.of(), Set.of(), Set.of(), Set.of(), Optional.empty(), Optional.empty()));
        }
        List<Need> asked = new ArrayList<>();
        Set<Way.Charge> charges = new HashSet<>();
        Set<Duty> duties = new HashSet<>();
        for (Policy policy : asking) {
            asked.addAll(policy.clauses().needs());
            for (Limit limit : policy.clauses().limits()) {
                charges.add(new Way.Charge(policy.id(), limit));
            }
            duties.addAll(policy.clauses().then());
        }
        return strictest(asked).filter(this::isPossible).map(needs -> {
            Optional<String> clause = clause(needs);
            Optional<Steps.Held> held = question.circumstances().steps().held().stream()
                    .filter(one -> Optional.of(one.clause()).equals(clause))
                    .findFirst();
            Set<Need> missing =
                    needs.stream().filter(need -> !isMet(need, held)).collect(Collectors.toSet());
            return new Path(through, needs, charges, duties, missing, clause, held.map(Steps.Held::grant));
        });
    }

    private boolean isPossible(Set<Need> needs) {
        boolean person = question.asker() instanceof Asker.Person;
        boolean secret = question.target().secret() != null;
        return needs.stream().allMatch(need -> switch (need) {
            case Need.StepUp stepUp -> person;
            case Need.Approval approval -> secret;
            case Need.BreakGlass glass -> secret;
            case Need.Reason reason -> true;
            case Need.Ticket ticket -> true;
        });
    }

    private static Optional<Set<Need>> strictest(List<Need> asked) {
        Set<Need> needs = new HashSet<>(asked.stream()
                .filter(need -> need instanceof Need.Approval || need instanceof Need.Ticket)
                .toList());
        of(asked, Need.Reason.class).stream()
                .max(Comparator.comparing(Need.Reason::atLeast))
                .ifPresent(needs::add);
        List<Need.BreakGlass> glasses = of(asked, Need.BreakGlass.class);
        if (!glasses.isEmpty()) {
            needs.add(new Need.BreakGlass(
                    glasses.stream().mapToInt(Need.BreakGlass::atLeast).max().orElseThrow(),
                    glasses.stream()
                            .map(Need.BreakGlass::validFor)
                            .min(Duration::compareTo)
                            .orElseThrow(),
                    glasses.stream().mapToInt(Need.BreakGlass::uses).min().orElseThrow()));
        }
        List<Need.StepUp> stepUps = of(asked, Need.StepUp.class);
        if (!stepUps.isEmpty()) {
            Set<Need.Method> left = new HashSet<>(Set.of(Need.Method.values()));
            stepUps.stream().filter(one -> !one.methods().isEmpty()).forEach(one -> left.retainAll(one.methods()));
            boolean any = stepUps.stream().allMatch(one -> one.methods().isEmpty());
            if (left.isEmpty()) {
                return Optional.empty();
            }
            Duration within = stepUps.stream()
                    .map(Need.StepUp::within)
                    .min(Duration::compareTo)
                    .orElseThrow();
            needs.add(new Need.StepUp(within, any ? Set.of() : left));
        }
        return isOneTicket(of(asked, Need.Ticket.class)) ? Optional.of(needs) : Optional.empty();
    }

    /** One ticket is named, so some text has to fit all forms: the longest beginning and the longest end make one, if any does. */
    private static boolean isOneTicket(List<Need.Ticket> tickets) {
        String begin = "";
        String end = "";
        Set<String> tried = new HashSet<>();
        for (Need.Ticket ticket : tickets) {
            String form = ticket.form().text();
            int star = form.indexOf('*');
            begin = star > begin.length() ? form.substring(0, star) : begin;
            end = star >= 0 && form.length() - star - 1 > end.length() ? form.substring(star + 1) : end;
            tried.add(form);
        }
        tried.add(begin + "x" + end);
        return tried.stream().anyMatch(text -> tickets.stream().allMatch(one -> ReferenceFacts.fits(one.form(), text)));
    }

    /** A reason and a ticket count that were given when what is granted was asked for. */
    boolean isMet(Need need, Optional<Steps.Held> granted) {
        Steps steps = question.circumstances().steps();
        @Nullable Instant now = question.circumstances().time();
        return switch (need) {
            case Need.StepUp stepUp ->
                now != null
                        && steps.proved().isPresent()
                        && Duration.between(steps.proved().get().at(), now).compareTo(stepUp.within()) <= 0
                        && (stepUp.methods().isEmpty()
                                || stepUp.methods()
                                        .contains(steps.proved().get().method()));
            case Need.Reason reason -> {
                long said = steps.reason()
                        .map(text -> text.strip().codePoints().count())
                        .orElse(0L);
                long then = granted.map(Steps.Held::reason).orElse(0);
                yield Math.max(said, then) >= reason.atLeast();
            }
            case Need.Ticket ticket -> {
                List<String> named = new ArrayList<>();
                steps.ticket().ifPresent(named::add);
                granted.flatMap(Steps.Held::ticket).ifPresent(named::add);
                yield named.stream().anyMatch(text -> !text.isBlank() && ReferenceFacts.fits(ticket.form(), text));
            }
            case Need.Approval approval -> granted.isPresent();
            case Need.BreakGlass glass -> granted.isPresent();
        };
    }

    /** The hash over the lines, in order, by hand: what is written otherwise here would be granted otherwise there. */
    static Optional<String> clause(Set<Need> needs) {
        TreeSet<String> lines = new TreeSet<>();
        for (Need need : needs) {
            if (need instanceof Need.Approval a) {
                lines.add(
                        "{\"decideWithin\":\"%s\",\"kind\":\"approval\",\"notTheAuthor\":%s,\"of\":%s,\"quorum\":%d,\"uses\":%d,\"validFor\":\"%s\"}"
                                .formatted(
                                        a.decideWithin(), a.notTheAuthor(), of(a), a.quorum(), a.uses(), a.validFor()));
            } else if (need instanceof Need.BreakGlass g) {
                lines.add("{\"atLeast\":%d,\"kind\":\"break-glass\",\"uses\":%d,\"validFor\":\"%s\"}"
                        .formatted(g.atLeast(), g.uses(), g.validFor()));
            }
        }
        return lines.isEmpty() ? Optional.empty() : Optional.of(sha256(String.join("\n", lines)));
    }

    private static String of(Need.Approval approval) {
        return approval.of().stream()
                .map(approver -> switch (approver) {
                    case Approver.Group group -> "{\"id\":\"%s\",\"kind\":\"group\"}".formatted(group.id());
                    case Approver.Person person -> "{\"id\":\"%s\",\"kind\":\"person\"}".formatted(person.id());
                    case Approver.Manager manager -> "{\"kind\":\"manager\"}";
                })
                .sorted()
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).toLowerCase(Locale.ROOT);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static <N extends Need> List<N> of(List<Need> needs, Class<N> kind) {
        return needs.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
