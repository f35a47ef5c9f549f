// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.wording;

import dev.cofactor.engine.clauses.Duty;
import dev.cofactor.engine.clauses.Limit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Limits and duties in plain words. */
public final class LimitWords {
    private static final String OWNERS = "the owners";

    private LimitWords() {}

    /** "each of them at most 10 times in 1 hour". */
    public static String of(Limit limit) {
        String most = limit.most() == 1 ? "once" : limit.most() + " times";
        return counted(limit) + " at most " + most + " in " + Spans.of(limit.per());
    }

    private static String counted(Limit limit) {
        boolean actors = limit.by().contains(Limit.By.ACTOR);
        boolean secrets = limit.by().contains(Limit.By.SECRET);
        if (actors && secrets) {
            return "each of them for each secret";
        }
        if (actors) {
            return "each of them";
        }
        return secrets ? "for each secret" : "all together";
    }

    /** "the owners and Security are told"; empty where nobody is. */
    static Optional<String> told(Collection<Duty> duties, Names names) {
        List<String> said = new ArrayList<>();
        for (Duty duty : duties) {
            said.add(
                    switch (duty) {
                        case Duty.Tell tell -> name(tell.whom(), names);
                    });
        }
        if (said.isEmpty()) {
            return Optional.empty();
        }
        boolean several = said.size() > 1 || duties.contains(new Duty.Tell(new Duty.Whom.Owners()));
        List<String> sorted = said.stream().sorted(LimitWords::ownersFirst).toList();
        return Optional.of(Sentences.and(sorted) + (several ? " are told" : " is told"));
    }

    private static int ownersFirst(String one, String other) {
        boolean first = one.equals(OWNERS);
        return first == other.equals(OWNERS) ? one.compareTo(other) : (first ? -1 : 1);
    }

    private static String name(Duty.Whom whom, Names names) {
        return switch (whom) {
            case Duty.Whom.Owners owners -> OWNERS;
            case Duty.Whom.Group group -> names.of(group).orElse("a group that is no longer there");
            case Duty.Whom.Person person -> names.of(person).orElse("somebody who is no longer there");
            case Duty.Whom.Channel channel -> "the channel " + names.of(channel).orElse("that is no longer there");
        };
    }
}
