package communique.proof;

import communique.briefing.Digest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** The leaves of the Merkle tree over all versions and notices, in the order of acceptance. */
@ApplicationScoped
public class Ledger {
  /** What tells a leaf from a node (RFC 9162, section 2.1.1). */
  private static final byte LEAF = 0;

  @PersistenceContext private EntityManager database;

  /**
   * Adds leaves, as part of the caller's transaction; until that ends no other leaf can be added.
   *
   * @param contents the digests of canonical forms, which are the leaves' inputs
   * @return the position of the first leaf, counted from 0 without gaps; the others follow it
   */
  public long append(List<Digest> contents) {
    String leaves =
        contents.stream()
            .map(content -> "\"\\\\x" + HexFormat.of().formatHex(hash(content)) + "\"")
            .collect(Collectors.joining(",", "{", "}"));
    Object first =
        database
            .createNativeQuery(
                """
                with grown as
                  (update ledger_head set size = size + ? returning size - ? as first),
                added as
                  (insert into ledger (position, leaf_hash)
                   select first + leaf.place - 1, leaf.hash
                   from grown, unnest(cast(? as bytea[])) with ordinality as leaf(hash, place))
                select first from grown""")
            .setParameter(1, contents.size())
            .setParameter(2, contents.size())
            .setParameter(3, leaves)
            .getSingleResult();
    return ((Number) first).longValue();
  }

  private static byte[] hash(Digest content) {
    MessageDigest leaf = Digest.sha256();
    leaf.update(LEAF);
    leaf.update(content.bytes());
    return leaf.digest();
  }
}
