package situs.contract;

/**
 * What a clause demands. Each kind is a record with its {@link Kind}: how it is read and what the
 * documentation says of it; {@link Kinds} lists them.
 */
public sealed interface Rule permits SubjectRule, TotalRule {}
