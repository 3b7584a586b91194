package situs.model;

import java.util.OptionalInt;

/**
 * The public shape of a language model.
 *
 * @param totalParams parameters, 10^9
 * @param activeParams parameters that a token touches, 10^9
 * @param kvBytesPerToken bytes of KV cache a token takes over all layers, at 2 bytes an element
 * @param maxContext tokens
 * @param weightGb weights in the native precision, 10^9 bytes
 * @param experts of a mixture; empty for a dense model
 */
public record ModelShape(
    String name,
    double totalParams,
    double activeParams,
    int layers,
    int hidden,
    int queryHeads,
    int kvHeads,
    int headDim,
    long kvBytesPerToken,
    int maxContext,
    double weightGb,
    String nativePrecision,
    OptionalInt experts,
    OptionalInt activeExperts,
    Provenance provenance) {}
