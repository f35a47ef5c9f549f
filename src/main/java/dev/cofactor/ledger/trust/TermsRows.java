// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.trust;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;

@Singleton
class TermsRows implements PanacheRepositoryBase<TermsRow, TermsRow.Key> {}
