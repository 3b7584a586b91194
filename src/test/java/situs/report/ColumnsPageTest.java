package situs.report;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import situs.Golden;

class ColumnsPageTest {

  @Test
  void theDocumentationOfTheColumnsIsUpToDate() throws IOException {
    Golden.check(Path.of("docs/columns.md"), ColumnsPage.markdown());
  }
}
