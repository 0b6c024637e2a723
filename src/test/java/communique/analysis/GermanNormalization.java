package communique.analysis;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.de.GermanNormalizationFilter;
import org.elasticsearch.plugin.NamedComponent;
import org.elasticsearch.plugin.analysis.TokenFilterFactory;

/** The token filter {@code german_normalization}. */
@NamedComponent("german_normalization")
public final class GermanNormalization implements TokenFilterFactory {
  @Override
  public TokenStream create(TokenStream tokens) {
    return new GermanNormalizationFilter(tokens);
  }

  @Override
  public TokenStream normalize(TokenStream tokens) {
    return create(tokens);
  }
}
