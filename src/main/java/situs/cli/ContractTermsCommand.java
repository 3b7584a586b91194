package situs.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import situs.contract.Contract;
import situs.contract.ContractFile;
import situs.contract.Term;
import situs.document.Issues;
import situs.report.Column;
import situs.report.Table;
import situs.report.TableFormat;
import situs.report.Wrapped;

/** Shows all that contracts hold, judged or only recorded. */
@Command(
    name = "terms",
    description = {
      "List every amendment, clause and recorded term of contracts in the order of their dates: what"
          + " it says, whom it binds, where it is reported and how sure that is.",
      "",
      "Dates are those of the text, amendments worked in; what waits for an event names it."
    },
    sortOptions = false,
    footerHeading = "%nExamples:%n",
    footer = {
      "  situs contract terms scenarios/contracts/microsoft-openai.yaml",
      "  situs contract terms scenarios/contracts/*-openai.yaml --format csv"
    })
final class ContractTermsCommand implements Runnable {
  private static final Table<Term> TABLE =
      new Table<>(
          "terms",
          "One row an amendment, clause or recorded term, in the order of their dates.",
          List.of(
              Column.text("contract", "Its name.", Term::contract),
              Column.text("term", "Its name in it.", Term::id),
              Column.text("kind", "amendment, clause or recorded.", t -> t.kind().word()),
              Column.text("from", "First day, UTC, or instant, or event; empty: ever.", Term::from),
              Column.text("until", "First after it, or what ends it; empty: open.", Term::until),
              Column.text("rests", "Stretches in between in which it rests.", Term::rests),
              Column.text("binds", "The party that it binds.", Term::binds),
              Column.text(
                  "status", "published, reported, derived, assumed.", t -> t.attested().status()),
              Column.text(
                  "confidence", "high, medium, low; empty: not said.", t -> confidence(t, "%s")),
              Column.text(
                  "readings",
                  "Ways to construe it, with whose interpretation each is.",
                  t -> String.join("; ", t.readings())),
              Column.text("cite", "Where it is reported.", t -> t.attested().cite()),
              Column.text("text", "What it says, in our words.", t -> t.attested().text())));

  @Spec private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Contract files.")
  private List<Path> files = List.of();

  @Mixin private FormatOption format;

  @Override
  public void run() {
    List<Term> terms = Term.of(contracts());
    PrintWriter out = spec.commandLine().getOut();
    if (format.format() == TableFormat.TABLE) {
      terms.forEach(term -> out.print(entry(term)));
    } else {
      out.print(format.format().render(TABLE.with(terms)));
    }
    out.flush();
  }

  private List<Contract> contracts() {
    Issues issues = new Issues();
    List<Contract> contracts = new ArrayList<>();
    files.forEach(file -> ContractFile.read(file, issues).ifPresent(contracts::add));
    issues.throwIfAny();
    return contracts;
  }

  private static String entry(Term term) {
    StringBuilder out = new StringBuilder();
    out.append(Wrapped.text(times(term) + "  " + term.contract() + ", " + term.id(), ""));
    out.append(Wrapped.text(standing(term), "  "));
    out.append(lines("", term.attested().text()));
    out.append(lines("read: ", String.join("; ", term.readings())));
    out.append(lines("source: ", term.attested().cite()));
    return out.append('\n').toString();
  }

  private static String lines(String label, String text) {
    return text.isEmpty() ? "" : Wrapped.text(label + text, "  ");
  }

  private static String times(Term term) {
    String from = term.from().isEmpty() ? "ever" : term.from();
    String until = term.until().isEmpty() ? "" : " to " + term.until();
    String rests = term.rests().isEmpty() ? "" : ", but not " + term.rests();
    return from + until + rests;
  }

  /** {@code clause, binds OpenAI; reported, high confidence}. */
  private static String standing(Term term) {
    return term.kind().word()
        + (term.binds().isEmpty() ? "" : ", binds " + term.binds())
        + "; "
        + term.attested().status()
        + confidence(term, ", %s confidence");
  }

  private static String confidence(Term term, String words) {
    return term.confidence().map(words::formatted).orElse("");
  }
}
