package communique.analysis;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.RemoveDuplicatesTokenFilter;
import org.elasticsearch.plugin.NamedComponent;
import org.elasticsearch.plugin.analysis.TokenFilterFactory;

/** The token filter {@code remove_duplicates}. */
@NamedComponent("remove_duplicates")
public final class RemoveDuplicates implements TokenFilterFactory {
  @Override
  public TokenStream create(TokenStream tokens) {
    return new RemoveDuplicatesTokenFilter(tokens);
  }
}
