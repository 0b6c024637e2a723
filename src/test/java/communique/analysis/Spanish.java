package communique.analysis;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.elasticsearch.plugin.NamedComponent;
import org.elasticsearch.plugin.analysis.AnalyzerFactory;

/** The analyzer {@code spanish}. */
@NamedComponent("spanish")
public final class Spanish implements AnalyzerFactory {
  @Override
  public Analyzer create() {
    return new SpanishAnalyzer();
  }
}
