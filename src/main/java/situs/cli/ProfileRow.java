package situs.cli;

import java.util.List;
import java.util.Optional;
import situs.model.Accelerator;
import situs.model.ServingProfile;
import situs.report.Column;
import situs.report.Table;
import situs.serving.IterationTime;
import situs.serving.KvCapacity;

/**
 * What a profile says at one batch and one prompt.
 *
 * @param kvTokens KV capacity of a replica
 * @param rooflineDecode by how much the roofline is above it; empty where the profile is one
 */
record ProfileRow(
    ServingProfile profile,
    At at,
    double decodeS,
    double prefillS,
    int kvTokens,
    Optional<Double> rooflineDecode,
    Optional<Double> rooflinePrefill) {

  /** Where profiles are compared. */
  record At(int batch, int context, int prompt) {
    double decodeS(ServingProfile profile) {
      return IterationTime.of(profile).decodeS(batch, (double) batch * context);
    }

    double prefillS(ServingProfile profile) {
      return IterationTime.of(profile).prefillS(prompt, 0, prompt);
    }
  }

  static final Table<ProfileRow> TABLE =
      new Table<>(
          "profiles",
          "One row a profile.",
          List.of(
              Column.text("model", "Name.", r -> r.profile().model()),
              Column.text("accelerator", "Name.", r -> r.profile().accelerator()),
              Column.count(
                  "parallel", "Accelerators a replica takes.", r -> r.profile().parallel()),
              Column.text("weights", "Precision.", r -> r.profile().weights()),
              Column.number("decode_ms", "ms", 3, "An iteration.", r -> 1000 * r.decodeS()),
              Column.number(
                  "decode_tokens_per_s", "1/s", 0, "Generated.", r -> r.at().batch() / r.decodeS()),
              Column.number("prefill_ms", "ms", 2, "The prompt.", r -> 1000 * r.prefillS()),
              Column.number(
                  "prefill_tokens_per_s", "1/s", 0, "Read.", r -> r.at().prompt() / r.prefillS()),
              Column.count("kv_tokens", "Context that a replica holds.", ProfileRow::kvTokens),
              Column.known(
                  "roofline_decode_percent",
                  "%",
                  1,
                  "How far the roofline is above.",
                  ProfileRow::rooflineDecode),
              Column.known(
                  "roofline_prefill_percent", "%", 1, "Likewise.", ProfileRow::rooflinePrefill),
              Column.text(
                  "status", "How sure it is.", r -> r.profile().provenance().status().word()),
              Column.text("date", "Of the source.", r -> r.profile().provenance().date()),
              Column.text("source", "Who says so.", r -> r.profile().provenance().source())));

  static ProfileRow of(
      ServingProfile profile, Accelerator on, Optional<ServingProfile> roofline, At at) {
    double decodeS = at.decodeS(profile);
    double prefillS = at.prefillS(profile);
    Optional<ServingProfile> other = roofline.filter(r -> !r.equals(profile));
    return new ProfileRow(
        profile,
        at,
        decodeS,
        prefillS,
        KvCapacity.tokens(profile, on),
        other.map(r -> 100 * (at.decodeS(r) / decodeS - 1)),
        other.map(r -> 100 * (at.prefillS(r) / prefillS - 1)));
  }
}
