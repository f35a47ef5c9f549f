package dev.cofactor.ledger.grants;
import dev.cofactor.engine.clauses.Need;
import java.time.Instant;
import java.util.*;
public record Grant(UUID id, UUID request, UUID hand, String verb, UUID secret, String clause, List<Need.Approval> approvals, List<UUID> yes, UUID asker, Instant ends, int usesLeft, int reason, Optional<String> ticket) {}
