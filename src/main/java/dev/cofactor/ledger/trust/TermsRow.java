// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.trust;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "federation_terms")
@IdClass(TermsRow.Key.class)
class TermsRow {
    @Id
    UUID federation;

    @Id
    int number;

    String[] audiences;
    String[] algorithms;
    String[] claims;
    String[] patterns;

    @Nullable
    String keys;

    UUID event;

    /** The terms of one federation are counted. */
    record Key(UUID federation, int number) {}

    @SuppressWarnings("NullAway.Init")
    protected TermsRow() {} // for Hibernate

    TermsRow(Federation federation) {
        Terms terms = federation.terms();
        this.federation = federation.id();
        this.number = federation.number();
        this.audiences = terms.audiences().toArray(String[]::new);
        this.algorithms = terms.algorithms().toArray(String[]::new);
        this.claims = terms.conditions().keySet().toArray(String[]::new);
        this.patterns = terms.conditions().values().toArray(String[]::new);
        this.keys = terms.keys().orElse(null);
        this.event = federation.event();
    }

    Terms terms() {
        SortedMap<String, String> conditions = new TreeMap<>();
        for (int i = 0; i < claims.length; i++) {
            conditions.put(claims[i], patterns[i]);
        }
        return new Terms(List.of(audiences), List.of(algorithms), conditions, Optional.ofNullable(keys));
    }
}
