package situs.calibration;

import situs.model.ModelWorkload.Batching;

/**
 * How the measured server was set up: one replica.
 *
 * @param kvTokens its KV capacity
 */
public record Server(Batching batching, int kvTokens) {}
