package dev.cofactor.ledger.grants;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.*;
@ApplicationScoped
public class Grants { public List<Grant> held(UUID hand, String verb, UUID secret) { return List.of(); } }
