package situs.model;

import java.util.Optional;

/**
 * An accelerator as its datasheet describes it.
 *
 * @param memoryGb memory, 10^9 bytes
 * @param memoryTbPerS memory bandwidth, 10^12 bytes a second
 * @param bf16Tflops dense bf16 peak; empty where not published
 * @param fp8Tflops dense fp8 peak; empty where there is none or it is not published
 * @param linkGbPerS link to its neighbours, 10^9 bytes a second
 * @param tdpW thermal design power, watts
 */
public record Accelerator(
    String name,
    String vendor,
    double memoryGb,
    double memoryTbPerS,
    Optional<Double> bf16Tflops,
    Optional<Double> fp8Tflops,
    Optional<Double> linkGbPerS,
    Optional<Double> tdpW,
    Provenance provenance) {}
