package communique.proof;

import communique.briefing.Digest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.security.MessageDigest;

/** The leaves of the Merkle tree over all versions, in the order of acceptance. */
@ApplicationScoped
public class Ledger {
  /** Names the lock under which positions are given; any number that nothing else locks. */
  private static final long TAIL = 0x4c4544474552L;

  /** What tells a leaf from a node (RFC 9162, section 2.1.1). */
  private static final byte LEAF = 0;

  @PersistenceContext private EntityManager database;

  /**
   * Adds the leaf of a version, as part of the caller's transaction; until that ends no other leaf
   * can be added.
   *
   * @param version the digest of its canonical form, which is the leaf's input
   * @return the leaf's position, counted from 0 without gaps
   */
  public long append(Digest version) {
    MessageDigest leaf = Digest.sha256();
    leaf.update(LEAF);
    leaf.update(version.bytes());
    database
        .createNativeQuery("select 1 from (select pg_advisory_xact_lock(?)) as locked")
        .setParameter(1, TAIL)
        .getSingleResult();
    Object position =
        database
            .createNativeQuery(
                """
                insert into ledger (position, leaf_hash)
                select coalesce(max(position) + 1, 0), ? from ledger returning position""")
            .setParameter(1, leaf.digest())
            .getSingleResult();
    return ((Number) position).longValue();
  }
}
