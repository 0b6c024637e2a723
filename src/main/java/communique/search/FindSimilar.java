package communique.search;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import communique.briefing.Content;
import communique.briefing.LanguageTag;
import communique.briefing.Text;
import communique.briefing.Version;
import communique.search.server.Analysis;
import communique.search.server.Queries;
import communique.search.server.SearchServer;
import communique.search.server.Shelf;
import communique.search.server.TextField;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds briefings whose texts have much in common with one. */
@ApplicationScoped
public class FindSimilar {
  private static final int MOST = 10;
  private static final int WORDS = 20;

  /** Of a text; what comes later says little more of what it is about. */
  private static final int READ = 10_000;

  @Inject private SearchServer server;

  /**
   * Those which everybody may see, ten at most, the most alike first, in the same language where
   * they have it. Which words are rare is weighed by public texts alone.
   *
   * @param version as the caller sees it
   * @throws communique.briefing.Refusal SEARCH_UNAVAILABLE when Elasticsearch cannot answer now
   */
  public List<Hit> find(Version version) {
    LanguageTag language = version.language();
    LanguageChoice same = new LanguageChoice(List.of(language), List.of());
    var answer = server.ask(asked(version.briefing().id(), language, text(version.content())), "");
    return answer.hits().hits().stream().map(hit -> FoundBriefing.read(hit, same)).toList();
  }

  private static String text(Content content) {
    String text =
        Stream.of(content.headline(), content.subheadline(), content.body().plainText())
            .filter(Objects::nonNull)
            .collect(Collectors.joining("\n"));
    String read = text.length() <= READ ? text : text.substring(0, READ);
    return Text.composed(read);
  }

  private static co.elastic.clients.elasticsearch.core.SearchRequest asked(
      UUID briefing, LanguageTag language, String text) {
    Analysis analysis = Analysis.of(language);
    List<String> fields =
        Stream.of(TextField.HEADLINE, TextField.BODY, TextField.NAMES)
            .map(field -> field.pathIn(analysis))
            .toList();
    Query alike =
        Query.of(
            query ->
                query.moreLikeThis(
                    more ->
                        more.fields(fields)
                            .like(like -> like.text(text))
                            .maxQueryTerms(WORDS)
                            .minTermFreq(1)
                            .minDocFreq(2)
                            .minimumShouldMatch("30%")));
    Query edition =
        Query.of(query -> query.nested(nested -> nested.path(TextField.EDITIONS).query(alike)));
    return co.elastic.clients.elasticsearch.core.SearchRequest.of(
        request ->
            request
                .index(Shelf.PUBLIC.searchedAs())
                .size(MOST)
                .allowPartialSearchResults(false)
                .source(source -> source.filter(filter -> filter.includes(FoundBriefing.FIELDS)))
                .query(
                    query ->
                        query.bool(
                            bool ->
                                bool.must(edition)
                                    .mustNot(Queries.is("briefing", briefing.toString())))));
  }
}
