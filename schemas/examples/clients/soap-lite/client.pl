# Hands a briefing with a photo over, corrects it and reads it back, with SOAP::Lite.
# Usage: client.pl PHOTO, with COMMUNIQUE_URL, _USER, _PASSWORD and _CA in the environment.
use strict;
use warnings;
use utf8;
use Digest::SHA qw(sha256_hex);
use MIME::Base64 qw(encode_base64 decode_base64);
use SOAP::Lite;
use Time::HiRes qw(sleep time);

binmode STDOUT, ':encoding(UTF-8)';
my $key = 'perl-' . int(time * 1000);

# A proxy of one of the services, made without its description: SOAP::Lite cannot read document
# style from a WSDL.
sub service {
    my ($name) = @_;
    my $soap = SOAP::Lite->proxy("$ENV{COMMUNIQUE_URL}/soap/$name")
        ->default_ns('urn:communique:archive:1')
        ->on_fault(sub { my ($s, $answer) = @_; die ref $answer ? $answer : $s->transport->status });
    # At once with the first request: SOAP::Lite would else wait for a 401 and send all twice.
    $soap->transport->proxy->default_headers->authorization_basic(
        $ENV{COMMUNIQUE_USER}, $ENV{COMMUNIQUE_PASSWORD});
    return $soap;
}

# An element with a text, or with elements in their order. The empty type keeps SOAP::Lite from
# guessing one: it would write xsi:type, and base64 for whatever is not ASCII.
sub element {
    my ($name, @value) = @_;
    return SOAP::Data->name($name)->type('')->value(@value) unless ref $value[0];
    return SOAP::Data->name($name => \SOAP::Data->value(@value));
}

sub edition {
    my ($step, $text, $email, $file, @more) = @_;
    return element(Edition =>
        # The same again with the same reference gives the same receipt: safe after a time-out.
        element(DepositorReference => "$key/$step"),
        element(Language => 'de'),
        element(Content =>
            element(Section => 'Außenpolitik'),
            element(Issued => element(Date => '2026-03-17')),
            element(Bylines => element(Byline =>
                element(Name => 'Tomas Reuter'), element(Role => 'Von'), element(Email => $email))),
            element(Contact => element(Email => 'press@president.valdoria.example')),
            element(Body => element(Block =>
                element(Type => 'paragraph'),
                element(Text => element(Span => element(Text => $text))))),
            element(Media => element(Placement =>
                element(Role => 'photo'),
                element(Caption => 'Präsidentin Elena Varga am Telefon, Lindhaven, 16. März'),
                element(Credit => 'Präsidentschaft von Valdorien'),
                element(File => element(ContentType => 'image/jpeg'), $file))),
            element(Keywords => element(Keyword => $key)),
            @more));
}

sub deposit {
    my ($deposit, @edition) = @_;
    return $deposit->call(DepositBriefing =>
        element(Office => 'XV-PRES'), element(Kind => 'readOut'),
        element(EventDate => '2026-03-16'), edition(@edition));
}

# What was taken in is found a moment later.
sub find {
    my ($retrieval, $briefing) = @_;
    for (1 .. 50) {
        my $answer = $retrieval->call(SearchBriefings => element(Query => "\"$key\""));
        return $briefing if grep { $_ eq $briefing } $answer->valueof('//Hit/BriefingId');
        sleep 0.2;
    }
    die 'not found';
}

open my $in, '<:raw', $ARGV[0] or die $!;
my $photo = do { local $/; <$in> };
my ($deposit, $retrieval) = (service('deposit'), service('retrieval'));
my $email = 't.reuter@president.valdoria.example';
my $text = 'Präsidentin Elena Varga telefonierte am 16. März mit zwei Präsidenten.';
my $longer = "$text Beide Gespräche dauerten eine Stunde.";

# SOAP::Lite sends no MTOM: the bytes go in base64.
my $receipt = deposit($deposit, 1, $text, $email, element(Content => encode_base64($photo, '')));
my ($id, $version) = map { $receipt->valueof("//Receipt/$_") } qw(BriefingId Version);
print "briefing $id\n";

# The archive has the photo by now, so its digest is enough.
my $known = element(Sha256 => sha256_hex($photo));
$deposit->call(CorrectBriefing =>
    element(BriefingId => $id), element(ExpectedVersion => $version),
    element(Significance => 'minor'),
    edition(2, $longer, $email, $known, element(ReasonForChange => 'Dauer ergänzt')));

my $read = $retrieval->call(GetBriefing => element(BriefingId => $id));
die 'not as it was handed over' unless $read->valueof('//Block/Text/Span/Text') eq $longer;
print 'version ', $read->valueof('//Edition/Version'), "\n";
print 'found ', find($retrieval, $id), "\n";

my $sha256 = $read->valueof('//Placement/File/Sha256');
my $file = $retrieval->call(GetMedia => element(Sha256 => $sha256));
die 'other bytes' unless decode_base64($file->valueof('//File/Content')) eq $photo;
print "media $sha256\n";

eval { deposit($deposit, 3, $text, 'keine Adresse', $known) };
die $@ unless ref $@ and $@->isa('SOAP::SOM');
my $refusal = $@->faultdetail->{Refusal};
print "refused $refusal->{Reason} $refusal->{Field}: $refusal->{Rule}\n";
