package communique.analysis;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.elasticsearch.plugin.NamedComponent;
import org.elasticsearch.plugin.analysis.TokenFilterFactory;

/** The token filter {@code icu_folding}. */
@NamedComponent("icu_folding")
public final class IcuFolding implements TokenFilterFactory {
  @Override
  public TokenStream create(TokenStream tokens) {
    return new ICUFoldingFilter(tokens);
  }

  @Override
  public TokenStream normalize(TokenStream tokens) {
    return create(tokens);
  }
}
