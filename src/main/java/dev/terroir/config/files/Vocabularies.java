package dev.terroir.config.files;

import dev.terroir.catalog.Authentication;
import dev.terroir.catalog.Capability;
import dev.terroir.catalog.Dialect;
import dev.terroir.catalog.Field;
import dev.terroir.catalog.Hosting;
import dev.terroir.catalog.LanguageGrade;
import dev.terroir.catalog.Tier;
import dev.terroir.catalog.Verification;
import dev.terroir.catalog.Weights;
import dev.terroir.config.yaml.Schemas;
import dev.terroir.policy.rule.Rule;
import dev.terroir.policy.vocabulary.Audience;
import dev.terroir.policy.vocabulary.Claim;
import dev.terroir.policy.vocabulary.Consent;
import dev.terroir.policy.vocabulary.DataClass;
import dev.terroir.policy.vocabulary.Payer;
import dev.terroir.policy.vocabulary.Purpose;
import dev.terroir.policy.vocabulary.Sector;
import dev.terroir.policy.vocabulary.TenantKind;
import dev.terroir.policy.vocabulary.Word;
import java.util.List;
import java.util.Map;

/** The closed vocabularies as the schemas call them, so that a word is written down once. */
public final class Vocabularies {

  private static final Map<String, List<String>> ALL =
      Map.ofEntries(
          Map.entry("sector", Word.all(Sector.class)),
          Map.entry("data", Word.all(DataClass.class)),
          Map.entry("purpose", Word.all(Purpose.class)),
          Map.entry("audience", Word.all(Audience.class)),
          Map.entry("payer", Word.all(Payer.class)),
          Map.entry("consent", Word.all(Consent.class)),
          Map.entry("claim", Word.all(Claim.class)),
          Map.entry("tenant-kind", Word.all(TenantKind.class)),
          Map.entry("capability", Word.all(Capability.class)),
          Map.entry("weights", Word.all(Weights.class)),
          Map.entry("tier", Word.all(Tier.class)),
          Map.entry("hosting", Word.all(Hosting.class)),
          Map.entry("dialect", Word.all(Dialect.class)),
          Map.entry("authentication", Word.all(Authentication.class)),
          Map.entry("sku", Word.all(Sku.class)),
          Map.entry("verified", Word.all(Verification.class)),
          Map.entry("field", Word.all(Field.class)),
          Map.entry("grade", Word.all(LanguageGrade.class)),
          Map.entry("mode", Word.all(Rule.Mode.class)));

  private Vocabularies() {}

  /** The schemas of this version's vocabulary. */
  public static Schemas schemas() {
    return new Schemas(ALL);
  }
}
