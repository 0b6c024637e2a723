package communique.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** The REST door; it names its classes, so that no other door's translators become its own. */
@ApplicationPath("api/v1")
public class RestApplication extends Application {
  /** Where the resources are, seen from the root of the server. */
  static final String ROOT = "/api/v1";

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(
        AccountsResource.class,
        AuthoritiesResource.class,
        AuthorityStatesResource.class,
        BriefingsResource.class,
        CertificatesResource.class,
        ChangesResource.class,
        ComparisonResource.class,
        DepositResource.class,
        DigestSecretsResource.class,
        EditionResource.class,
        Faults.class,
        ImportsResource.class,
        IndexResource.class,
        KnownParameters.class,
        LifeCycleResource.class,
        LinksResource.class,
        MediaCheckResource.class,
        MediaResource.class,
        MediaUploads.class,
        MessageLogResource.class,
        Mistakes.class,
        NamesResource.class,
        NoLanguage.class,
        OfficesResource.class,
        OriginalsResource.class,
        ReceiptsResource.class,
        Refusals.class,
        SafeHeaders.class,
        SchemasResource.class,
        SavedSearchesResource.class,
        SearchResource.class,
        SimilarResource.class,
        TokensResource.class,
        Mementos.class,
        VersionsResource.class);
  }
}
