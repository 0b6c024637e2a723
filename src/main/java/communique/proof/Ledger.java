package communique.proof;

import communique.briefing.Digest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.security.MessageDigest;

/** The leaves of the Merkle tree over all versions, in the order of acceptance. */
@ApplicationScoped
public class Ledger {
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
    Object position =
        database
            .createNativeQuery(
                """
                with grown as
                  (update ledger_head set size = size + 1 returning size - 1 as position)
                insert into ledger (position, leaf_hash) select position, ? from grown
                returning position""")
            .setParameter(1, leaf.digest())
            .getSingleResult();
    return ((Number) position).longValue();
  }
}
