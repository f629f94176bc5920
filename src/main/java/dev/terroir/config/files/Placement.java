package dev.terroir.config.files;

import dev.terroir.catalog.Cloud;
import dev.terroir.catalog.Dialect;
import dev.terroir.catalog.Regions;
import dev.terroir.config.yaml.Element;
import dev.terroir.policy.folder.Fault;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks that a deployment at a cloud says which region it is in, that the address is that
 * region's, and that the place which the file states is the place of the region. A region that is
 * not known is refused: nothing is guessed and nothing has a default.
 */
final class Placement {

  private static final Pattern PROFILE =
      Pattern.compile("(global|us-gov|us|eu|apac|jp|au|ca|in|sa|uk)\\.");

  private final Element file;
  private final Dialect dialect;
  private final List<Fault> faults;

  Placement(Element file, Dialect dialect, List<Fault> faults) {
    this.file = file;
    this.dialect = dialect;
    this.faults = faults;
  }

  /**
   * @param element a site or a deployment
   * @param servedAs the name of the model there
   */
  void check(Element element, String servedAs, URI endpoint) {
    version(element, endpoint);
    Cloud.of(endpoint, dialect).ifPresent(cloud -> check(element, servedAs, endpoint, cloud));
  }

  /** An address of Azure's older form means nothing without a version. */
  private void version(Element element, URI endpoint) {
    boolean versioned = HostFiles.own(element, file, "api-version").get("api-version").isPresent();
    if (dialect == Dialect.AZURE_OPENAI && !endpoint.getPath().endsWith("/v1") && !versioned) {
      add(
          element.get("endpoint"),
          "an endpoint at Azure ends in /openai/v1, or an `api-version` is given");
    }
  }

  private void check(Element element, String servedAs, URI endpoint, Cloud cloud) {
    String region = element.text("region");
    if (region.isEmpty()) {
      add(element, "`region` is missing: it is never guessed from the endpoint");
      return;
    }
    if (!isOf(endpoint, region, cloud)) {
      add(element.get("endpoint"), "this is not an endpoint of the region `" + region + "`");
    }
    Optional<String> profile = profile(servedAs).filter(it -> cloud == Cloud.AWS);
    if (profile.isPresent()) {
      compare(element, Cloud.AWS_PROFILE, profile.get());
    } else if (cloud == Cloud.AZURE) {
      sku(element, region);
    } else {
      compare(element, cloud, region);
    }
  }

  /**
   * A model at Bedrock whose name begins with a geography runs in any region of that, not in the
   * one of the endpoint.
   */
  private static Optional<String> profile(String servedAs) {
    Matcher matcher = PROFILE.matcher(servedAs);
    return matcher.lookingAt() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /** At Azure what is bought decides how far a request may travel. */
  private void sku(Element element, String region) {
    Element sku = HostFiles.own(element, file, "sku").get("sku");
    switch (sku.text()) {
      case "standard" -> compare(element, Cloud.AZURE, region);
      case "datazone" -> compare(element, Cloud.AZURE_DATAZONE, region);
      case "" -> add(element, "`sku` is missing: at Azure it decides the place");
      default -> add(sku, "a global deployment may run anywhere: it has no place to state");
    }
  }

  private void compare(Element element, Cloud cloud, String region) {
    Set<String> stated = Set.copyOf(element.texts("located-in"));
    Optional<String> place = Regions.place(cloud, region);
    if (place.isEmpty()) {
      add(
          element.get("region"),
          "the region `" + region + "` is not known, so neither is its place");
    } else if (!stated.equals(Set.of(place.get()))) {
      add(
          element.get("located-in"),
          "the region `" + region + "` is in `" + place.get() + "`: say just that");
    }
  }

  private static boolean isOf(URI endpoint, String region, Cloud cloud) {
    String host = endpoint.getHost();
    return switch (cloud) {
      case AWS -> !host.contains(".amazonaws.") || host.contains("." + region + ".");
      case GOOGLE ->
          (host.startsWith(region + "-") || host.contains("." + region + "."))
              && endpoint.getPath().contains("/locations/" + region + "/");
      case OPENAI -> host.equals("api.openai.com") || host.startsWith(region + ".");
      case AZURE, AZURE_DATAZONE, AWS_PROFILE, ANTHROPIC -> true;
    };
  }

  /** A site is checked for each of its models; what is wrong with it is said once. */
  private void add(Element place, String message) {
    Fault fault = place.fault(message);
    if (!faults.contains(fault)) {
      faults.add(fault);
    }
  }
}
