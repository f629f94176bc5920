package dev.terroir.policy.facts;

import dev.terroir.catalog.Capability;
import dev.terroir.policy.rule.Claims;
import dev.terroir.policy.rule.Tenant;
import dev.terroir.policy.vocabulary.Audience;
import dev.terroir.policy.vocabulary.DataClass;
import dev.terroir.policy.vocabulary.Payer;
import dev.terroir.policy.vocabulary.Word;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/**
 * The closed vocabularies as masks, a bit for each word: what is said of a request, or what a
 * condition asks for. A vocabulary of which a condition asks nothing is 0.
 */
public record Bits(
    long sectors,
    long data,
    long purposes,
    long audiences,
    long payers,
    long capabilities,
    long tenantKinds) {

  /** Asks nothing. */
  public static final Bits NONE = new Bits(0, 0, 0, 0, 0, 0, 0);

  /** What is said, and for what nobody has said, the stricter reading. */
  static Bits of(Claims claims, Set<Capability> capabilities, Tenant tenant) {
    return new Bits(
        mask(claims.sectors()),
        DataClass.bitsOf(claims.data().isEmpty() ? Set.of(DataClass.PERSONAL) : claims.data()),
        mask(claims.purposes()),
        claims.audiences().isEmpty() ? Audience.PUBLIC.bit() : mask(claims.audiences()),
        mask(claims.payers().isEmpty() ? EnumSet.allOf(Payer.class) : claims.payers()),
        ofCapabilities(capabilities),
        tenant.kind().bit());
  }

  private static long mask(Collection<? extends Word> words) {
    long mask = 0;
    for (Word word : words) {
      mask |= word.bit();
    }
    return mask;
  }

  @SuppressWarnings("EnumOrdinal") // a bit of a mask, never stored
  public static long ofCapabilities(Collection<Capability> capabilities) {
    long mask = 0;
    for (Capability capability : capabilities) {
      mask |= 1L << capability.ordinal();
    }
    return mask;
  }

  public Bits withSectors(long mask) {
    return new Bits(mask, data, purposes, audiences, payers, capabilities, tenantKinds);
  }

  public Bits withData(long mask) {
    return new Bits(sectors, mask, purposes, audiences, payers, capabilities, tenantKinds);
  }

  public Bits withPurposes(long mask) {
    return new Bits(sectors, data, mask, audiences, payers, capabilities, tenantKinds);
  }

  public Bits withAudiences(long mask) {
    return new Bits(sectors, data, purposes, mask, payers, capabilities, tenantKinds);
  }

  public Bits withPayers(long mask) {
    return new Bits(sectors, data, purposes, audiences, mask, capabilities, tenantKinds);
  }

  public Bits withCapabilities(long mask) {
    return new Bits(sectors, data, purposes, audiences, payers, mask, tenantKinds);
  }

  public Bits withTenantKinds(long mask) {
    return new Bits(sectors, data, purposes, audiences, payers, capabilities, mask);
  }

  /**
   * Whether in every vocabulary of which {@code asked} asks something, one of its words is here.
   */
  public boolean meet(Bits asked) {
    return meets(sectors, asked.sectors)
        && meets(data, asked.data)
        && meets(purposes, asked.purposes)
        && meets(audiences, asked.audiences)
        && meets(payers, asked.payers)
        && meets(capabilities, asked.capabilities)
        && meets(tenantKinds, asked.tenantKinds);
  }

  private static boolean meets(long own, long asked) {
    return asked == 0 || (own & asked) != 0;
  }

  /** Whether both ask something of the same vocabulary. */
  public boolean sharesVocabulary(Bits other) {
    return (sectors != 0 && other.sectors != 0)
        || (data != 0 && other.data != 0)
        || (purposes != 0 && other.purposes != 0)
        || (audiences != 0 && other.audiences != 0)
        || (payers != 0 && other.payers != 0)
        || (capabilities != 0 && other.capabilities != 0)
        || (tenantKinds != 0 && other.tenantKinds != 0);
  }

  /** Both together, where they ask of different vocabularies. */
  public Bits and(Bits other) {
    return new Bits(
        sectors | other.sectors,
        data | other.data,
        purposes | other.purposes,
        audiences | other.audiences,
        payers | other.payers,
        capabilities | other.capabilities,
        tenantKinds | other.tenantKinds);
  }
}
