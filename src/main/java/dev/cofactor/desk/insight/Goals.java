// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.insight;

import dev.cofactor.engine.foresight.Goal;
import dev.cofactor.engine.policy.Question.Place;
import dev.cofactor.engine.policy.Question.Target;
import dev.cofactor.ledger.catalogue.Catalogue;
import dev.cofactor.ledger.catalogue.Folder;
import dev.cofactor.ledger.catalogue.Folders;
import dev.cofactor.ledger.catalogue.Placed;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Everything something could be done to, and that is not somebody's own: the installation, folders, and what lies in them. */
@ApplicationScoped
public class Goals {
    private static final int PAGE = 2_000;

    private final Catalogue catalogue;
    private final Folders folders;

    Goals(Catalogue catalogue, Folders folders) {
        this.catalogue = catalogue;
        this.folders = folders;
    }

    public List<Goal> all() {
        List<Goal> goals = new ArrayList<>(places());
        List<Placed> page = catalogue.list(Catalogue.Wanted.all(PAGE));
        while (!page.isEmpty()) {
            goals.addAll(secrets(page));
            page = catalogue.list(
                    Catalogue.Wanted.all(PAGE).after(page.getLast().secret()));
        }
        return goals;
    }

    /** @param complete false where there are more secrets than are in it */
    record Some(List<Goal> goals, boolean complete) {}

    /** All places, and so many secrets at the most. */
    Some some() {
        List<Placed> first = catalogue.list(Catalogue.Wanted.all(PAGE + 1));
        List<Goal> goals = new ArrayList<>(places());
        goals.addAll(secrets(first.subList(0, Math.min(PAGE, first.size()))));
        return new Some(goals, first.size() <= PAGE);
    }

    /** Somebody's own is nobody else's to ask about. */
    public Optional<Goal> secret(UUID id) {
        return catalogue
                .find(id)
                .filter(secret -> secret.personalOf().isEmpty())
                .map(Goals::goal);
    }

    public Optional<Goal> folder(UUID id) {
        return folders.find(id).filter(Goals::isShared).map(Goals::goal);
    }

    private List<Goal> places() {
        List<Goal> goals = new ArrayList<>();
        goals.add(Goal.shared(Target.installation()));
        folders.all().stream().filter(Goals::isShared).map(Goals::goal).forEach(goals::add);
        return goals;
    }

    private static List<Goal> secrets(List<Placed> page) {
        return page.stream()
                .filter(secret -> secret.personalOf().isEmpty())
                .map(Goals::goal)
                .toList();
    }

    static boolean isShared(Folder folder) {
        return folder.personalOf().isEmpty() && !folder.id().equals(Folders.PERSONAL);
    }

    private static Goal goal(Folder folder) {
        return Goal.shared(Target.folder(Set.copyOf(folder.itselfAndAbove()), Place.SHARED));
    }

    private static Goal goal(Placed secret) {
        return Goal.shared(new Target(
                secret.secret(), Set.copyOf(secret.folders()), secret.tags(), secret.templateId(), Place.SHARED));
    }
}
