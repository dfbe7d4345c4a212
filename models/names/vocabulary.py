"""The vocabulary of organisations' names: which words say little, which name a place. Pure functions.

Words are given as :func:`models.names.parsing.plain` writes them: ASCII, lower case.
"""

from functools import cache
from zoneinfo import available_timezones

from babel import Locale

from models.geography import countries
from models.names import romanisation


def words(text: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(text.split())


FILLERS = words(
    """
    a an the of for and in on at to by with from its our your und der die das des den dem fur fuer im in
    zu von vom et la le les l d de du des en au aux pour dans y e el los las lo al del para por con da
    do das dos na no nas nos di della dello delle dei degli il lo gli per con van voor het een en og och
    for i af av te ne
    и в во на по за для с о об от из к та і й з із зі у до від про са од и на
    και του της των το τα τη την για στο στη ο η οι σε
    """
)
"""Articles, prepositions, conjunctions: they come and go between two spellings."""

LEGAL_FORMS = words(
    """
    inc incorporated llc llp lp pllc pc plc ltd limited co corp corporation company gmbh mbh ggmbh ug ag
    kg ohg gbr ev eg ek sarl sas sasu sa sca scop asbl aisbl vzw ivzw bv nv stichting vof sl slu sau srl
    srls spa sc scrl onlus aps odv ets ab as asa aps oy oyj ry rf rs is ks ead ood eood doo dd zrt kft
    bt nyrt sro zoo sp spzoo cic cio ngo npo pty pvt pte bhd sdn kk lda ltda eireli me cooperative coop
    reg registered charity gte ong osc
    """
)
"""Forms in which a body is registered, as one word without dots."""

GENERIC = words(
    """
    academy action active activists advancement advocacy affairs agency alliance applied arts assembly
    associates association associations authority bank board bureau business campaign capital care
    center central centre chamber change charity church citizen citizens city civil climate club
    coalition college committee commission communication communications community company confederation
    conference congress cooperation council country cultural culture defence defenders democracy
    democratic department development digital economic economics education educational electronic
    employees energy enterprises environment environmental faculty federal federation first forum
    foundation free freedom friends fund general global government green group groups health help
    hospital house human humanity independent industries industry information initiative innovation
    institute institution institutions international internet investments justice labor labour law
    league legal liberties liberty library local management media medical medicine member members
    ministry mission movement museum national nature network new ngo office online open organisation
    organisations organization organizations partners partnership party peace people peoples platform
    policy political press privacy private productions professional program programme project protection
    public publishing regional research resource resources responsible right rights rural school schools
    science sciences security service services social society solidarity solutions state states
    strategies studies studio studios study support sustainable synergy system systems team technologies
    technology town trade training trust union unions united universities university urban village watch
    welfare women work worker workers working works world youth allianz bund bundesverband forderverein
    fachhochschule gesellschaft gruppe hochschule initiative institut landes netz netzwerk stiftung
    technische universitat verband verein vereinigung zentrum agence alliance association associations
    centre collectif comite conseil cooperation developpement droits ecole federation fondation groupe
    institut internationale jeunes ligue mouvement national nationale recherche reseau societe syndicat
    union universite academia alianza asociacion associacao campana centro coalicion colectivo comision
    comite consejo conselho coordinacion derechos desarrollo direitos facultad federacao federacion
    fundacao fundacio fundacion grupo instituto internacional investigacion investigacao mujeres
    movimiento movimento nacional observatorio organizacion organizacao rede red sindicato sociedad
    sociedade union uniao universidad universidade universitat associazione centro comitato consiglio
    coordinamento federazione fondazione gruppo istituto lega movimento nazionale politecnico
    polytechnic rete ricerca scuola societa studi degli unione universita bond federatie genootschap
    instituut landelijk nationaal nederlandse netwerk onderzoek raad stichting universiteit vereniging
    forbund forening forbundet foreningen hogskola hogskolan institutt landsforeningen nettverk rad
    sallskapet samfund stiftelse stiftelsen universitet universitetet yliopisto ammattikorkeakoulu
    liitto saatio seura fundacja instytut politechnika stowarzyszenie towarzystwo uniwersytet zwiazek
    univerzita universitatea asociatia fundatia institutul dernek dernegi universitesi vakfi
    """
)
"""Words that so many bodies share that sharing them says little."""

SHORT_FORMS = {
    "assn": "association", "coop": "cooperative",
    "assoc": "association", "ctr": "centre", "dept": "department", "fdn": "foundation",
    "fed": "federation", "govt": "government", "inst": "institute", "intl": "international", "natl": "national",
    "org": "organisation", "soc": "society", "univ": "university", "dr": "doctor", "st": "saint",
}  # fmt: skip
"""Words that are often cut short."""

_MEANINGS = (
    "academy academia academie akademie akademi академия академія ακαδημία اكاديمية אקדמיה",
    "alliance allianz alianza alliantie альянс алианс συμμαχία تحالف",
    "association asociacion associacao associacio associazione associatie asociatia assosiasjon verein vereniging "
    "forening foreningen stowarzyszenie dernek dernegi udruzenje udruga sdruzeni spolek"
    " ассоциация асоціація асоциация удружење σύλλογος جمعية رابطة עמותה אגודה ასოციაცია",
    "campaign campagne campana campanha kampagne kampanj",
    "centre center centro zentrum centrum sentrum центр център центар κέντρο مركز מרכז ცენტრი կենտրոն",
    "coalition coalicion coalizao coalizione koalition koalicja"
    " коалиция коаліція коалиција συνασπισμός ائتلاف קואליציה",
    "committee comite comitato komitee komitet комитет комітет одбор επιτροπή لجنة ועד ועדה კომიტეტი կոմիտե",
    "council consejo conselho conseil consiglio conseil raad rat rad"
    " совет рада съвет савет συμβούλιο مجلس מועצה საბჭო",
    "cooperative cooperativa genossenschaft",
    "federation federacion federacao federazione federatie foderation federacja forbund forbundet"
    " федерация федерація федерација ομοσπονδία اتحاد פדרציה",
    "foundation fondation fundacion fundacao fundacio fondazione fundatia stiftung stichting stiftelse stiftelsen "
    "fundacja fondacija zaklada nadace nadacia vakfi saatio alapitvany"
    " фонд фондация фондација ίδρυμα مؤسسة קרן ფონდი հիմնադրամ",
    "group groupe grupo gruppo gruppe groep grupa группа група ομάδα مجموعة קבוצה",
    "initiative iniciativa iniziativa initiativ inicjatywa"
    " инициатива ініціатива иницијатива πρωτοβουλία مبادرة יוזמה",
    "institute institut instituto istituto instituut institutt instytut institutul"
    " институт інститут ινστιτούτο معهد מכון ინსტიტუტი",
    "league ligue liga lega лига ліга λίγκα ליגה",
    "movement mouvement movimiento movimento bewegung beweging"
    " движение рух движение покрет κίνημα حركة תנועה მოძრაობა",
    "museum musee museo museu muzeum музей музеј μουσείο متحف מוזיאון",
    "network netzwerk reseau red rede rete netwerk nettverk natverk siec mreza"
    " сеть мережа мрежа δίκτυο شبكة רשת ქსელი",
    "observatory observatoire observatorio osservatorio",
    "rights droits derechos direitos diritti rechte rechten rattigheter rettigheter drets prawa prava"
    " права прав правата δικαιωμάτων حقوق זכויות",
    "women femmes mujeres mulheres donne frauen vrouwen kvinnor kvinder kvinner kobiet zene"
    " женщины женщин жінок жените жена γυναικών المرأة نساء נשים",
    "workers travailleurs trabajadores trabalhadores lavoratori arbeiter",
    "peace paix paz pace frieden vrede fred pokoj",
    "school ecole escuela escola scuola schule skole skola школа училище σχολείο مدرسة",
    "society societe sociedad sociedade societa gesellschaft genootschap towarzystwo sallskapet samfund seura"
    " общество товариство дружество друштво εταιρεία საზოგადოება",
    "union sindicato syndicat sindacato gewerkschaft vakbond zwiazek liitto"
    " союз спілка съюз савез ένωση اتحاد איגוד კავშირი միություն",
    "university universitat universite universidad universidade universita universiteit universitet universitetet "
    "universitatea uniwersytet univerzita universitesi yliopisto sveuciliste univerza egyetem"
    " университет університет универзитет πανεπιστήμιο جامعة אוניברסיטה უნივერსიტეტი համալսարան",
)
"""Words of several languages that mean the same, the English one first."""


@cache
def meaning(word: str) -> str:
    """The English of a word that bodies of many countries have in their names; nothing for any other."""
    return _meanings().get(word, "")


@cache
def _meanings() -> dict[str, str]:
    return {
        romanised: line.split()[0]
        for line in _MEANINGS
        for word in line.split()
        for romanised in romanisation.words(word)
    }


TITLES = words(
    """
    dr drs dra prof profa profdr professor professorin doctor doktor mr mrs ms mx sir rev revd reverend herr frau
    mme mlle dott dottssa avv dipling др проф д р професор профессор δρ դր პროფ دكتور الدكتور الدكتورة דר פרופ
    """
)
"""What is in front of a person's name, as sort keys write it, and is nobody's first name."""

BRANCHES = words(
    """
    branch chapter city county district group local region regional section town
    """
)
"""Words that tell a part of a body from the whole."""

REACH = words("national nacional nationale nazionale international internationale internacional global world")
"""Words that say for how large a part of the world a body is: it is not the body of a place."""

INSTITUTIONS = words(
    """
    university universities universitat universite universidad universidade universita universiteit universitet
    universitetet universitatea uniwersytet univerzita universitesi yliopisto college school schools hochschule
    fachhochschule academy academia polytechnic politecnico politechnika hospital faculty museum library
    ammattikorkeakoulu hogskola hogskolan
    """
)
"""What a town may have several of, told apart by words that say little elsewhere."""

CONTRASTS = words(
    """
    north south east west northern southern eastern western upper lower inner outer central old new
    young junior senior men women boys girls
    """
)
"""Words that tell two bodies apart where one has this and the other that."""


def weight(word: str) -> float:
    """How much it says that two names share this word, or that only one has it: 0 to 1."""
    if word in FILLERS or word in LEGAL_FORMS:
        return 0.0
    if word in GENERIC:
        return 0.3
    if place(word):
        return 0.6
    return 1.0


def is_region(word: str) -> bool:
    """Whether a word names a part of the world that is larger than a country, "Europe"."""
    return place(word) in _CONTINENTAL


def prepare() -> None:
    """Read what places are called, once at a start: that takes a tenth of a second, and the first name would wait."""
    _places()


@cache
def place(words: str) -> str:
    """The place that a word, or several with a space between them, names: a country's code, a city, or nothing."""
    return _places().get(words, "")


@cache
def _places() -> dict[str, str]:
    found: dict[str, str] = {}
    for zone in available_timezones():
        area, _, city = zone.partition("/")
        if area in _CONTINENTS and "/" not in city:
            found[_ascii(city.replace("_", " "))] = zone
    for language in ("en", "de", "fr", "es", "it", "nl", "pl", "pt", "sv"):  # "Wien" is "Vienna"
        for zone, described in Locale(language).time_zones.items():
            if (city := described.get("city")) and "/" in zone:
                found.setdefault(_ascii(city), zone)
    for typed, code in countries.spellings().items():
        if len(typed) > 3 or typed in ("uk", "usa", "uae"):
            found[_ascii(typed)] = code
    for language in ("ru", "uk", "bg", "sr", "el", "ar", "he", "tr", "cs"):
        for code, called in Locale(language).territories.items():
            if code.isalpha() and len(code) == 2 and len(plain := _ascii(called)) > 4:
                found.setdefault(plain, code)
    for code, demonyms in _DEMONYMS.items():
        for demonym in demonyms.split():
            found.setdefault(demonym, code)
    for region, spelt in _REGIONS.items():
        for one in spelt.split():
            found.setdefault(one, region)
    # A part of a country is not the country, though an address may say so.
    found.update((one, part) for part, spelt in _PARTS.items() for one in spelt.split())
    for word in (GENERIC | FILLERS | LEGAL_FORMS).intersection(found):
        del found[word]
    return found


def _ascii(text: str) -> str:
    return " ".join(romanisation.words(text))


_CONTINENTS = frozenset(("Africa", "America", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific"))
_REGIONS = {
    "africa": "africa african afrika afrique", "america": "america american americas amerika amerique",
    "asia": "asia asian asie asien", "europe": "europe european europa europeenne europeen", "pacific": "pacific",
    "caribbean": "caribbean caribe", "arabia": "arab arabic", "latin": "latin latina", "nordic": "nordic",
    "baltic": "baltic", "balkan": "balkan balkans", "bavaria": "bavaria bavarian bayern",
    "catalonia": "catalonia catalan catalunya",
    "quebec": "quebec", "california": "california californian", "texas": "texas", "florida": "florida",
    "ontario": "ontario",
}  # fmt: skip
_CONTINENTAL = frozenset(("africa", "america", "asia", "europe", "pacific", "caribbean", "arabia", "latin", "nordic",
                          "baltic", "balkan"))  # fmt: skip
_PARTS = {"england": "england english", "scotland": "scotland scottish", "wales": "wales welsh"}
_DEMONYMS = {
    "AR": "argentine argentinian", "AT": "austrian osterreich osterreichische", "AU": "australian",
    "BE": "belgian belge", "BG": "bulgarian", "BR": "brazilian brasileira brasileiro", "CA": "canadian",
    "CH": "swiss suisse schweizer", "CL": "chilean chilena", "CN": "chinese", "CO": "colombian colombiana",
    "CZ": "czech", "DE": "german deutsche deutscher allemand", "DK": "danish dansk danske", "EE": "estonian",
    "ES": "spanish espanola espanol", "FI": "finnish suomen", "FR": "french francais francaise", "GB": "british",
    "GR": "greek hellenic", "HR": "croatian hrvatski", "HU": "hungarian magyar", "ID": "indonesian", "IE": "irish",
    "IL": "israeli", "IN": "indian", "IS": "icelandic", "IT": "italian italiana italiano", "JP": "japanese",
    "KE": "kenyan", "KR": "korean", "LT": "lithuanian", "LU": "luxembourgish", "LV": "latvian",
    "MX": "mexican mexicana mexicano", "MY": "malaysian", "NG": "nigerian", "NL": "dutch nederlandse nederland",
    "NO": "norwegian norsk norske", "NZ": "nz", "PE": "peruvian peruana", "PH": "philippine filipino",
    "PL": "polish polskie polska", "PT": "portuguese portuguesa", "RO": "romanian", "RS": "serbian", "RU": "russian",
    "SE": "swedish svensk svenska", "SI": "slovenian", "SK": "slovak", "TR": "turkish turk", "TW": "taiwanese",
    "UA": "ukrainian",
}  # fmt: skip
"""Usual adjectives: a name may say "Swedish" where another says "Sweden"."""
