package dev.terroir.workshop.check;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.terroir.chat.Json;
import dev.terroir.policy.folder.Origin;
import java.util.List;

/** Writes findings for machines. */
public final class FindingReports {

  private static final String SARIF_SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  private FindingReports() {}

  /** A list, each with its place. */
  public static ArrayNode json(List<Finding> findings) {
    ArrayNode list = Json.object().arrayNode();
    for (Finding it : findings) {
      ObjectNode node = list.addObject();
      node.put("kind", it.kind().word()).put("severity", it.severity().word());
      place(node, it.origin()).put("message", it.message());
      it.suggestion().ifPresent(text -> node.put("suggestion", text));
      ArrayNode related = node.putArray("related");
      it.related().forEach(origin -> place(related.addObject(), origin));
    }
    return list;
  }

  private static ObjectNode place(ObjectNode node, Origin origin) {
    return node.put("file", origin.file())
        .put("line", origin.line())
        .put("column", origin.column());
  }

  /**
   * A log in the Static Analysis Results Interchange Format 2.1.0 (OASIS), with paths relative to
   * the folder.
   */
  public static ObjectNode sarif(List<Finding> findings) {
    ObjectNode root = Json.object().put("$schema", SARIF_SCHEMA).put("version", "2.1.0");
    ObjectNode run = root.putArray("runs").addObject();
    ObjectNode driver = run.putObject("tool").putObject("driver").put("name", "terroir");
    ArrayNode rules = driver.putArray("rules");
    for (Kind kind : Kind.values()) {
      ObjectNode rule = rules.addObject().put("id", kind.word());
      rule.putObject("shortDescription").put("text", kind.title());
      rule.putObject("help").put("text", kind.help());
    }
    ArrayNode results = run.putArray("results");
    findings.forEach(finding -> result(results.addObject(), finding));
    run.put("columnKind", "unicodeCodePoints");
    return root;
  }

  @SuppressWarnings("EnumOrdinal") // the place among the rules written above
  private static void result(ObjectNode result, Finding finding) {
    result.put("ruleId", finding.kind().word()).put("ruleIndex", finding.kind().ordinal());
    result.put("level", finding.severity().word());
    result.putObject("message").put("text", finding.text());
    location(result.putArray("locations").addObject(), finding.origin());
    if (!finding.related().isEmpty()) {
      ArrayNode related = result.putArray("relatedLocations");
      finding.related().forEach(origin -> location(related.addObject(), origin));
    }
  }

  private static void location(ObjectNode location, Origin origin) {
    ObjectNode physical = location.putObject("physicalLocation");
    physical.putObject("artifactLocation").put("uri", origin.file());
    physical
        .putObject("region")
        .put("startLine", origin.line())
        .put("startColumn", origin.column());
  }
}
