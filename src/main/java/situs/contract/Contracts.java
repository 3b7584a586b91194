package situs.contract;

import java.util.List;

/** The contracts of a scenario. */
public record Contracts(List<Contract> contracts) {}
