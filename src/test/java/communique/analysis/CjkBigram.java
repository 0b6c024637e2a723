package communique.analysis;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.elasticsearch.plugin.NamedComponent;
import org.elasticsearch.plugin.analysis.TokenFilterFactory;

/** The token filter {@code cjk_bigram}. */
@NamedComponent("cjk_bigram")
public final class CjkBigram implements TokenFilterFactory {
  @Override
  public TokenStream create(TokenStream tokens) {
    return new CJKBigramFilter(tokens);
  }
}
