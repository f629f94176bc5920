package dev.terroir.workshop;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.terroir.chat.Json;
import dev.terroir.policy.folder.Edition;
import dev.terroir.policy.folder.Fault;
import dev.terroir.policy.folder.Origin;
import dev.terroir.policy.folder.PolicyFolder.Contents;
import dev.terroir.policy.folder.Subjects;
import dev.terroir.policy.rule.Law;
import dev.terroir.policy.rule.Library;
import dev.terroir.policy.rule.Rule;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Shows the policies in force, and those before them, as JSON. */
public final class ShelfReports {

  private ShelfReports() {}

  /** All of them, in brief. */
  public static ObjectNode of(Shelf shelf) {
    Library library = shelf.contents().library();
    ObjectNode root = edition(shelf.edition()).put("object", "policies");
    ObjectNode counts = root.putObject("counts");
    counts.put("countries", library.countries().size()).put("blocs", library.blocs().size());
    counts.put("models", library.catalog().models().size());
    counts.put("deployments", library.catalog().deployments().size());
    counts.put("tenants", library.tenants().size());
    counts.put("scenarios", shelf.contents().scenarios().size());
    ArrayNode countries = root.putArray("countries");
    new TreeMap<>(library.countries())
        .forEach(
            (code, policy) ->
                countries
                    .addObject()
                    .put("country", code.code())
                    .put("name", policy.name())
                    .put("reviewed", policy.reviewed().toString())
                    .put("rules", policy.rules().size())
                    .put("exports", policy.exports().size()));
    shelf
        .rejection()
        .ifPresent(
            rejection -> {
              ObjectNode refused = root.putObject("refused");
              refused.put("digest", rejection.digest()).put("at", rejection.at().toString());
              refused.set("faults", faults(rejection.faults()));
            });
    return root;
  }

  /** A country or bloc with its rules, each with its law, and the text of its file. */
  public static Optional<ObjectNode> of(Shelf shelf, String scope) {
    Contents contents = shelf.contents();
    List<Rule> rules =
        contents.library().rules().filter(rule -> rule.id().scope().equals(scope)).toList();
    return contents
        .origin(Subjects.file(scope))
        .map(
            origin -> {
              ObjectNode root = Json.object().put("object", "policy").put("id", scope);
              root.put("digest", contents.digest()).put("file", origin.file());
              ArrayNode all = root.putArray("rules");
              rules.forEach(rule -> all.add(rule(rule, contents)));
              return root.put("text", shelf.edition().texts().files().get(origin.file()));
            });
  }

  private static ObjectNode rule(Rule rule, Contents contents) {
    ObjectNode node = Json.object().put("id", rule.id().toString());
    node.put("mode", rule.mode() == Rule.Mode.SHADOW ? "shadow" : "enforce");
    rule.inForce().from().ifPresent(day -> node.put("from", day.toString()));
    rule.inForce().until().ifPresent(day -> node.put("until", day.toString()));
    contents.origin(rule.id().toString()).map(Origin::toString).ifPresent(at -> node.put("at", at));
    rule.law().ifPresent(law -> node.set("law", law(law)));
    return node;
  }

  private static ObjectNode law(Law law) {
    ObjectNode node = Json.object().put("id", law.id()).put("title", law.title());
    law.citation().ifPresent(citation -> node.put("citation", citation));
    node.put("source", law.source()).put("confidence", law.confidence());
    law.note().ifPresent(note -> node.put("note", note));
    return node;
  }

  /** The editions that can be read back. */
  public static ObjectNode editions(Shelf shelf) {
    ObjectNode root = Json.object().put("object", "snapshots");
    ArrayNode list = root.putArray("snapshots");
    shelf.editions().list().forEach(edition -> list.add(edition(edition)));
    return root;
  }

  /** One of them, with every text. */
  public static Optional<ObjectNode> edition(Shelf shelf, String digest) {
    return shelf
        .editions()
        .find(digest)
        .map(
            edition -> {
              ObjectNode root = edition(edition).put("object", "snapshot");
              ObjectNode files = root.putObject("files");
              edition.texts().files().forEach(files::put);
              return root;
            });
  }

  private static ObjectNode edition(Edition edition) {
    return Json.object().put("digest", edition.digest()).put("loaded", edition.loaded().toString());
  }

  /** Faults, each with its place. */
  public static ArrayNode faults(List<Fault> faults) {
    ArrayNode list = Json.object().arrayNode();
    faults.forEach(
        fault ->
            list.addObject()
                .put("file", fault.file())
                .put("line", fault.line())
                .put("column", fault.column())
                .put("message", fault.message()));
    return list;
  }
}
