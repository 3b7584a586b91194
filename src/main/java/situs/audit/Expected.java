package situs.audit;

import situs.model.Route;

/**
 * What a plan means to go over a route in a stretch of time, on average.
 *
 * @param fromS seconds from the start of the measured window
 * @param untilS likewise
 */
public record Expected(Route route, double fromS, double untilS, double requests, double tokens) {}
