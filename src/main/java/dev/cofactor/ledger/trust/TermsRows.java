// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.trust;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class TermsRows implements PanacheRepositoryBase<TermsRow, TermsRow.Key> {}
