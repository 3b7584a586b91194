package situs.simulation;

/**
 * What a placed component used in a stretch of the measured window that is paid by use.
 *
 * @param placement {@link situs.model.Placed#id()}
 * @param fromS start of the stretch, seconds of the measured window
 * @param untilS its end
 * @param tokens of a managed model's calls that ended in it
 * @param stateGibHours GiB-hours of session state held (state stores)
 */
public record MeteredUse(
    String placement, double fromS, double untilS, TokenUse tokens, double stateGibHours) {}
