package dev.terroir.catalog;

import java.util.List;
import java.util.Set;

/**
 * A model as its maker released it.
 *
 * @param maker the id of who made it
 * @param madeIn the countries that the weights come from, those of the models it was derived from
 *     included
 * @param languages the primary BCP-47 tags that its maker documents
 * @param approvedBy the registers that list it
 */
public record Model(
    ModelId id,
    String name,
    String maker,
    Set<String> madeIn,
    Weights weights,
    Tier tier,
    Set<String> languages,
    Set<Capability> capabilities,
    List<String> approvedBy,
    Provenance provenance) {

  public Model {
    madeIn = Set.copyOf(madeIn);
    languages = Set.copyOf(languages);
    capabilities = Set.copyOf(capabilities);
    approvedBy = List.copyOf(approvedBy);
  }
}
